/** The name of a buffer as in files: `Z1`, `dW2`, `A0`, `Y`, `cost`. */
export type BufferName = string;

/** The kinds of tensors that a layer has. */
export const kinds = ['W', 'b', 'Z', 'A', 'mask', 'slope', 'dA', 'dZ', 'dW', 'db'] as const;

/** A kind of tensor that a layer has. */
export type Kind = (typeof kinds)[number];

const ofLayer = new RegExp(`^(${kinds.join('|')})(\\d+)$`);

/** Kind and layer of a buffer's name; Y and cost belong to no layer, and what no tensor is called is an Error. */
export function parseName(name: BufferName): { kind: Kind | 'Y' | 'cost'; layer: number } {
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

/** Whether a tensor is a gradient: dA, dZ, dW or db. */
export const isGradient = (name: BufferName): boolean => name.startsWith('d');

/** A cell as people write it, by row and column from 1: `dW[1] (2, 1)`. J is one cell, and has no place. */
export const spokenCell = (tensor: BufferName, row: number, col: number): string =>
  tensor === 'cost' ? spoken(tensor) : `${spoken(tensor)} (${row + 1}, ${col + 1})`;
