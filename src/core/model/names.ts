/** The name of a tensor as in files: `Z1`, `dW2`, `A0`, `Y`, `cost`. */
export type BufferName = string;

/** The kinds of tensors that a layer has; gradients last, each called as what it is the gradient of. */
export const kinds = [
  ...(['W', 'b', 'gamma', 'beta', 'Z', 'Znorm', 'Ztilde', 'A', 'D', 'Adrop', 'mask', 'slope'] as const),
  ...(['mean', 'centred', 'variance', 'std', 'inv_std'] as const),
  ...(['dA', 'dAdrop', 'dZtilde', 'dZnorm', 'dZ', 'dW', 'db', 'dgamma', 'dbeta'] as const),
] as const;

/** A kind of tensor that a layer has. */
export type Kind = (typeof kinds)[number];

const ofLayer = new RegExp(`^(${kinds.join('|')})(\\d+)$`);

/** The name of a layer's tensor; of X, which is what layer 0 gives, `A0`. The one place where names are put together. */
export function named(kind: Kind, layer: number): BufferName {
  const ofKind = texts[kind];
  // Put together once: a new string has to be hashed before anything is found by it.
  ofKind[layer] ??= `${kind}${layer}`;
  return ofKind[layer];
}

const texts = Object.fromEntries(kinds.map((kind) => [kind, [] as BufferName[]])) as Record<
  Kind,
  BufferName[]
>;

/** The kinds of parameters. */
const parameterKinds: ReadonlySet<string> = new Set<Kind>(['W', 'b', 'gamma', 'beta']);

/** Whether a text is the name of a layer's tensor, of a kind that `isMeant` accepts; layers are counted from 1. */
const isNameOf = (text: string, isMeant: (kind: string) => boolean): boolean => {
  const match = ofLayer.exec(text);
  return match !== null && !/^0\d|^0$/.test(match[2]!) && isMeant(match[1]!);
};

/** Whether a text is the name of a parameter, such as `W1` or `gamma2`. */
export const isParameterName = (text: string): boolean => isNameOf(text, (kind) => parameterKinds.has(kind));

/** Whether a text is the name of a tensor that a pass can be compared by: `A0`, `dA0`, `cost`, `Z1`, `dW2`. */
export const isTensorName = (text: string): boolean =>
  text === 'cost' || text === 'A0' || text === 'dA0' || isNameOf(text, (kind) => !isKeptOnly(kind));

/** Whether a text is the name of a tensor that a cache can hold: no gradient. */
export const isCachedName = (text: string): boolean =>
  text === 'A0' || isNameOf(text, (kind) => !isGradient(kind));

/** The kinds that are columns, one number per unit: (n_l, 1). */
const columns: ReadonlySet<string> = new Set<Kind>([
  ...(['b', 'gamma', 'beta', 'mean', 'variance', 'std', 'inv_std', 'db', 'dgamma', 'dbeta'] as const),
]);

/** Whether a tensor of that kind is a column, one number per unit: (n_l, 1). */
export const isColumn = (kind: string): boolean => columns.has(kind);

/** Whether a tensor of that kind holds bits. */
export const isBits = (kind: string): boolean => kind === 'mask' || kind === 'D';

/** The kinds that are made only to be kept, and stand nowhere but in caches. */
const inCachesOnly: ReadonlySet<string> = new Set<Kind>([
  ...(['mask', 'slope', 'mean', 'centred', 'variance', 'std', 'inv_std'] as const),
]);

/** Whether tensors of that kind stand in caches alone. */
export const isKeptOnly = (kind: string): boolean => inCachesOnly.has(kind);

/** The name of a tensor's gradient. */
export function gradientOf(name: BufferName): BufferName {
  const known = gradients.get(name) ?? `d${name}`;
  gradients.set(name, known);
  return known;
}

const gradients = new Map<BufferName, BufferName>();

/** What a name says. */
export interface Parsed {
  readonly kind: Kind | 'Y' | 'cost';
  /** Y and cost belong to no layer, and have 0. */
  readonly layer: number;
}

const known = new Map<BufferName, Parsed>();

/** Kind and layer of a tensor's name. Throws for a text that is none. */
export function parseName(name: BufferName): Parsed {
  const before = known.get(name);
  if (before) return before;
  const parsed = parse(name);
  // Only names of tensors get here, and there are few: some kinds, in some dozens of layers.
  known.set(name, parsed);
  return parsed;
}

function parse(name: BufferName): Parsed {
  const match = ofLayer.exec(name);
  if (match) return { kind: match[1] as Kind, layer: Number(match[2]) };
  if (name === 'Y' || name === 'cost') return { kind: name, layer: 0 };
  throw new Error(`no tensor is called ${name}`);
}

/** A name as people write it: `Z[1]`, `Y`, and `J` for the cost. */
export function spoken(name: BufferName): string {
  const { kind, layer } = parseName(name);
  return kind === 'cost' ? 'J' : kind === 'Y' ? 'Y' : `${kind}[${layer}]`;
}

/** Whether a tensor is a gradient: dA, dZ, dW, db and their kin. */
export const isGradient = (name: BufferName): boolean => name.startsWith('d');

/** A cell as people write it, by row and column from 1: `dW[1] (2, 1)`. J is one cell, and has no place. */
export const spokenCell = (tensor: BufferName, row: number, col: number): string =>
  tensor === 'cost' ? spoken(tensor) : `${spoken(tensor)} (${row + 1}, ${col + 1})`;
