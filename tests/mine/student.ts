/*
 * A student's pass, written as a student writes it: on lists, step by step, with mistakes in it. It shares no formula
 * with what judges it.
 */

export type Rows = number[][];

/** g and its slope, of one number. */
type Cellwise = readonly [
  g: (z: number) => number,
  slope: (z: number) => number,
  fromA?: (a: number) => number,
];

const sigma = (z: number) => 1 / (1 + Math.exp(-z));

export const cellwise: Readonly<Record<string, Cellwise>> = {
  linear: [(z) => z, () => 1],
  relu: [(z) => Math.max(0, z), (z) => Number(z > 0)],
  leaky_relu: [(z) => (z > 0 ? z : 0.01 * z), (z) => (z > 0 ? 1 : 0.01)],
  elu: [(z) => (z > 0 ? z : Math.exp(z) - 1), (z) => (z > 0 ? 1 : Math.exp(z)), (a) => (a > 0 ? 1 : a + 1)],
  sigmoid: [sigma, (z) => sigma(z) * (1 - sigma(z)), (a) => a * (1 - a)],
  tanh: [Math.tanh, (z) => 1 - Math.tanh(z) ** 2, (a) => 1 - a * a],
  softplus: [(z) => Math.log1p(Math.exp(z)), sigma, (a) => 1 - Math.exp(-a)],
  softsign: [(z) => z / (1 + Math.abs(z)), (z) => 1 / (1 + Math.abs(z)) ** 2, (a) => (1 - Math.abs(a)) ** 2],
  silu: [(z) => z * sigma(z), (z) => sigma(z) * (1 + z * (1 - sigma(z)))],
  sine: [Math.sin, Math.cos],
  relu6: [(z) => Math.min(Math.max(0, z), 6), (z) => Number(z > 0 && z < 6)],
  hard_tanh: [(z) => Math.min(Math.max(-1, z), 1), (z) => Number(Math.abs(z) < 1)],
  hard_sigmoid: [
    (z) => Math.min(Math.max(0, z / 6 + 0.5), 1),
    (z) => (Math.abs(z) < 3 ? 1 / 6 : 0),
    (a) => (a > 0 && a < 1 ? 1 / 6 : 0),
  ],
  hard_swish: [
    (z) => (z * Math.min(Math.max(0, z + 3), 6)) / 6,
    (z) => (z <= -3 ? 0 : z >= 3 ? 1 : (2 * z + 3) / 6),
  ],
  mish: [
    (z) => z * Math.tanh(Math.log(1 + Math.exp(z))),
    (z) => {
      const t = Math.tanh(Math.log(1 + Math.exp(z)));
      return t + z * sigma(z) * (1 - t * t);
    },
  ],
};

export const T = (A: Rows): Rows => A[0]!.map((_, j) => A.map((row) => row[j]!));
export const dot = (A: Rows, B: Rows): Rows =>
  A.map((row) => B[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * B[k]![j]!, 0)));
export const zip = (A: Rows, B: Rows, f: (a: number, b: number) => number): Rows =>
  A.map((row, i) => row.map((x, j) => f(x, B[i]![j]!)));
export const each = (A: Rows, f: (a: number) => number): Rows => A.map((row) => row.map(f));
const mul = (A: Rows, B: Rows): Rows => zip(A, B, (a, b) => a * b);
const plus = (A: Rows, b: Rows): Rows => A.map((row, i) => row.map((x) => x + b[i]![0]!));
const sum = (row: readonly number[]): number => row.reduce((s, x) => s + x, 0);

const softmax = (Z: Rows): Rows => {
  const e = each(Z, Math.exp);
  const sums = T(e).map(sum);
  return e.map((row) => row.map((x, j) => x / sums[j]!));
};

const activate = (name: string, Z: Rows): Rows =>
  name === 'softmax' ? softmax(Z) : each(Z, cellwise[name]![0]);

/** The way back through an activation, from what is said to be Z. */
function back(name: string, dA: Rows, Z: Rows): Rows {
  if (name !== 'softmax') return mul(dA, each(Z, cellwise[name]![1]));
  const A = softmax(Z);
  const along = T(mul(A, dA)).map(sum);
  return A.map((row, i) => row.map((a, j) => a * (dA[i]![j]! - along[j]!)));
}

/** A network as the student has it. */
export interface Net {
  readonly activations: readonly string[];
  readonly units: readonly number[];
  readonly m: number;
  readonly loss: 'binary_cross_entropy' | 'categorical_cross_entropy' | 'mean_squared_error';
  readonly X: Rows;
  readonly Y: Rows;
  readonly parameters: Readonly<Record<string, Rows>>;
}

/** What stands under a name by now. */
type Get = (name: string) => Rows;

const at = (name: string) => {
  const [, kind, layer] = /^(\D+)(\d*)$/.exec(name)!;
  return { kind: kind!, l: Number(layer) };
};

/** A step as it should be. */
function rightly(name: string, net: Net, get: Get): Rows {
  const { kind, l } = at(name);
  const { m, loss, activations, Y } = net;
  const L = activations.length;
  if (kind === 'Z') return plus(dot(get(`W${l}`), get(`A${l - 1}`)), get(`b${l}`));
  if (kind === 'A') return activate(activations[l - 1]!, get(`Z${l}`));
  if (kind === 'cost') {
    const A = get(`A${L}`);
    const cells = {
      binary_cross_entropy: zip(A, Y, (a, y) => -(y * Math.log(a) + (1 - y) * Math.log(1 - a))),
      categorical_cross_entropy: zip(A, Y, (a, y) => -y * Math.log(a)),
      mean_squared_error: zip(A, Y, (a, y) => (a - y) ** 2 / 2),
    }[loss];
    return [[sum(cells.flat()) / m]];
  }
  if (kind === 'dA' && l === L)
    return {
      binary_cross_entropy: () => zip(get(`A${L}`), Y, (a, y) => -y / a + (1 - y) / (1 - a)),
      categorical_cross_entropy: () => zip(get(`A${L}`), Y, (a, y) => -y / a),
      mean_squared_error: () => zip(get(`A${L}`), Y, (a, y) => a - y),
    }[loss]();
  if (kind === 'dA') return dot(T(get(`W${l + 1}`)), get(`dZ${l + 1}`));
  if (kind === 'dZ') return back(activations[l - 1]!, get(`dA${l}`), get(`Z${l}`));
  if (kind === 'dW') return each(dot(get(`dZ${l}`), T(get(`A${l - 1}`))), (x) => x / m);
  return get(`dZ${l}`).map((row) => [sum(row) / m]);
}

/** A mistake at a step: what is computed instead; undefined where it can't be made there. */
type Mistake = (
  name: string,
  net: Net,
  get: Get,
  pick: <X>(list: readonly X[]) => X,
) => [Rows, unknown?] | undefined;

const isKind = (name: string, ...kinds: readonly string[]) => kinds.includes(at(name).kind);
const activationAt = (name: string, net: Net) => net.activations[at(name).l - 1]!;
const isLast = (name: string, net: Net) => at(name).l === net.activations.length;
const times = (name: string, net: Net, get: Get, by: number): [Rows] => [
  each(rightly(name, net, get), (x) => x * by),
];
const lambdas = [0.1, 0.7, 0.01, 1, 2.5];
const rates = [0.5, 0.1, 0.0075, 1.2, 0.3];

/** Mistakes by cause and kind of tensor. */
export const mistakes: Readonly<Record<string, Mistake>> = {
  'no-bias Z': (name, _, get) =>
    isKind(name, 'Z') ? [dot(get(`W${at(name).l}`), get(`A${at(name).l - 1}`))] : undefined,
  'W-transposed Z': (name, _, get) => {
    const { l } = at(name);
    if (!isKind(name, 'Z')) return undefined;
    const W = get(`W${l}`);
    return W.length === W[0]!.length ? [plus(dot(T(W), get(`A${l - 1}`)), get(`b${l}`))] : undefined;
  },
  'overwritten Z': (name, net, get) =>
    isKind(name, 'Z') ? [activate(activationAt(name, net), rightly(name, net, get))] : undefined,
  'other-activation A': (name, net, get, pick) => {
    if (!isKind(name, 'A')) return undefined;
    const other = pick(Object.keys(cellwise).filter((g) => g !== activationAt(name, net)));
    return [activate(other, get(`Z${at(name).l}`)), other];
  },
  'softmax-axis A': (name, net, get) =>
    isKind(name, 'A') && activationAt(name, net) === 'softmax'
      ? [T(softmax(T(get(`Z${at(name).l}`))))]
      : undefined,
  'no-mean cost': (name, net, get) => (isKind(name, 'cost') ? times(name, net, get, net.m) : undefined),
  'sign cost': (name, net, get) => (isKind(name, 'cost') ? times(name, net, get, -1) : undefined),
  'other-log cost': (name, net, get) =>
    isKind(name, 'cost') && net.loss !== 'mean_squared_error'
      ? times(name, net, get, 1 / Math.LN10)
      : undefined,
  'other-loss cost': (name, { m, loss, Y, activations }, get) =>
    isKind(name, 'cost') && loss !== 'mean_squared_error'
      ? [[[sum(zip(get(`A${activations.length}`), Y, (a, y) => (a - y) ** 2 / 2).flat()) / m]]]
      : undefined,
  'half-gradient dA': (name, net, get) =>
    isKind(name, 'dA') && isLast(name, net) && net.loss === 'binary_cross_entropy'
      ? [zip(get(`A${at(name).l}`), net.Y, (a, y) => -y / a)]
      : undefined,
  'dZ-for-dA dA': (name, net, get) =>
    isKind(name, 'dA') && isLast(name, net) && net.loss !== 'mean_squared_error'
      ? [zip(get(`A${at(name).l}`), net.Y, (a, y) => a - y)]
      : undefined,
  'sign dA': (name, net, get) =>
    isKind(name, 'dA') && isLast(name, net) ? times(name, net, get, -1) : undefined,
  'softmax-diagonal dZ': (name, net, get) =>
    isKind(name, 'dZ') && activationAt(name, net) === 'softmax'
      ? [zip(get(`dA${at(name).l}`), get(`A${at(name).l}`), (d, a) => d * a * (1 - a))]
      : undefined,
  'no-slope dZ': (name, net, get) =>
    isKind(name, 'dZ') && !['relu', 'linear'].includes(activationAt(name, net))
      ? [get(`dA${at(name).l}`)]
      : undefined,
  'mask-at-zero dZ': (name, net, get) =>
    isKind(name, 'dZ') && activationAt(name, net) === 'relu' ? [get(`dA${at(name).l}`)] : undefined,
  'g-for-slope dZ': (name, _, get) =>
    isKind(name, 'dZ') ? [mul(get(`dA${at(name).l}`), get(`A${at(name).l}`))] : undefined,
  'Z-for-A dZ': (name, net, get) => {
    const fromA = isKind(name, 'dZ') ? cellwise[activationAt(name, net)]?.[2] : undefined;
    return fromA && [mul(get(`dA${at(name).l}`), each(get(`Z${at(name).l}`), fromA))];
  },
  'A-for-Z dZ': (name, net, get) =>
    isKind(name, 'dZ')
      ? [back(activationAt(name, net), get(`dA${at(name).l}`), get(`A${at(name).l}`))]
      : undefined,
  'not-squared dZ': (name, net, get) =>
    isKind(name, 'dZ') && activationAt(name, net) === 'tanh'
      ? [zip(get(`dA${at(name).l}`), get(`A${at(name).l}`), (d, a) => d * (1 - a))]
      : undefined,
  'other-slope dZ': (name, net, get, pick) => {
    if (!isKind(name, 'dZ')) return undefined;
    const other = pick(Object.keys(cellwise).filter((g) => g !== activationAt(name, net) && g !== 'linear'));
    return [back(other, get(`dA${at(name).l}`), get(`Z${at(name).l}`)), other];
  },
  'other-layer dZ': (name, net, get, pick) => {
    const { l } = at(name);
    if (!isKind(name, 'dZ')) return undefined;
    const others = net.activations.flatMap((_, i) =>
      i + 1 !== l && net.units[i + 1] === net.units[l] ? [i + 1] : [],
    );
    if (others.length === 0) return undefined;
    const other = pick(others);
    return [back(activationAt(name, net), get(`dA${l}`), get(`Z${other}`)), other];
  },
  'mask-of-dA dZ': (name, net, get) =>
    isKind(name, 'dZ') && activationAt(name, net) === 'relu'
      ? [each(get(`dA${at(name).l}`), (d) => Math.max(0, d))]
      : undefined,
  'mean-too-early dZ': (name, net, get) =>
    isKind(name, 'dZ') ? times(name, net, get, 1 / net.m) : undefined,
  'no-mean dW db': (name, net, get) => (isKind(name, 'dW', 'db') ? times(name, net, get, net.m) : undefined),
  'mean-twice dW db': (name, net, get) =>
    isKind(name, 'dW', 'db') ? times(name, net, get, 1 / net.m) : undefined,
  'factor dW db': (name, net, get) =>
    isKind(name, 'dW', 'db') && net.m !== 2 ? [...times(name, net, get, 2), 2] : undefined,
  'dA-for-dZ dW db': (name, net, get) => {
    const { l } = at(name);
    const instead: Get = (asked) => get(asked === `dZ${l}` ? `dA${l}` : asked);
    return isKind(name, 'dW', 'db') ? [rightly(name, net, instead)] : undefined;
  },
  'dA-for-dZ dA': (name, net, get) =>
    isKind(name, 'dA') && !isLast(name, net)
      ? [dot(T(get(`W${at(name).l + 1}`)), get(`dA${at(name).l + 1}`))]
      : undefined,
  'A-for-A_prev dW': (name, { m }, get) =>
    isKind(name, 'dW')
      ? [each(dot(get(`dZ${at(name).l}`), T(get(`A${at(name).l}`))), (x) => x / m)]
      : undefined,
  'Z-for-A dW': (name, { m }, get) =>
    isKind(name, 'dW') && at(name).l > 1
      ? [each(dot(get(`dZ${at(name).l}`), T(get(`Z${at(name).l - 1}`))), (x) => x / m)]
      : undefined,
  'regularised dW': (name, net, get, pick) => {
    if (!isKind(name, 'dW')) return undefined;
    const lambda = pick(lambdas);
    return [zip(rightly(name, net, get), get(`W${at(name).l}`), (d, w) => d + (lambda * w) / net.m), lambda];
  },
  'transposed dW': (name, net, get) => (isKind(name, 'dW') ? [T(rightly(name, net, get))] : undefined),
  'total db': (name, { m }, get) => {
    const dZ = isKind(name, 'db') ? get(`dZ${at(name).l}`) : [];
    return dZ.length > 1 ? [dZ.map(() => [sum(dZ.flat()) / m])] : undefined;
  },
  'other-axis db': (name, { m }, get) =>
    isKind(name, 'db') ? [[T(get(`dZ${at(name).l}`)).map((column) => sum(column) / m)]] : undefined,
  'W-not-transposed dA': (name, net, get) => {
    const { l } = at(name);
    if (!isKind(name, 'dA') || isLast(name, net)) return undefined;
    const W = get(`W${l + 1}`);
    return W.length === W[0]!.length ? [dot(W, get(`dZ${l + 1}`))] : undefined;
  },
  'updated-W dA': (name, net, get, pick) => {
    const { l } = at(name);
    if (!isKind(name, 'dA') || isLast(name, net)) return undefined;
    const rate = pick(rates);
    const W = zip(get(`W${l + 1}`), get(`dW${l + 1}`), (w, d) => w - rate * d);
    return [dot(T(W), get(`dZ${l + 1}`)), rate];
  },
  'overwritten dA': (name, net, get) => {
    if (!isKind(name, 'dA')) return undefined;
    const dA = rightly(name, net, get);
    return [back(activationAt(name, net), dA, get(`Z${at(name).l}`))];
  },
};

/** The tensors of a pass in their order. */
export function namesOf({ activations }: Net): string[] {
  const L = activations.length;
  const forward = activations.flatMap((_, i) => [`Z${i + 1}`, `A${i + 1}`]);
  const backward = activations.flatMap((_, i) => {
    const l = L - i;
    return [`dZ${l}`, `dW${l}`, `db${l}`, ...(l > 1 ? [`dA${l - 1}`] : [])];
  });
  return [...forward, 'cost', `dA${L}`, ...backward];
}

/** A mistake that was made. */
export interface Made {
  readonly tensor: string;
  readonly cause: string;
  readonly detail?: unknown;
}

/** How far two tensors are apart, as a part of the larger. */
function apart(A: Rows, B: Rows): number {
  if (A.length !== B.length || A[0]!.length !== B[0]!.length) return 1;
  const [a, b] = [A.flat(), B.flat()];
  const size = Math.max(...[...a, ...b].map(Math.abs));
  return size === 0 ? 0 : Math.max(...a.map((x, i) => Math.abs(x - b[i]!))) / size;
}

/** Smaller differences are none that anybody could see. */
const SEEN = 1e-2;

/**
 * A student's pass with mistakes at some tensors. In place of what is overwritten the right numbers go on. Undefined where
 * a mistake can't be made there, or cannot be seen.
 */
export function passOf(
  net: Net,
  planned: ReadonlyMap<string, string>,
  pick: <X>(list: readonly X[]) => X,
): { readonly tensors: Readonly<Record<string, Rows>>; readonly made: readonly Made[] } | undefined {
  const values = new Map<string, Rows>([['A0', net.X], ...Object.entries(net.parameters)]);
  const aside = new Map<string, Rows>();
  const right = new Map<string, Rows>(values);
  const made: Made[] = [];
  for (const name of namesOf(net)) {
    const get: Get = (asked) => values.get(asked)!;
    right.set(
      name,
      rightly(name, net, (asked) => right.get(asked)!),
    );
    const own = rightly(name, net, get);
    values.set(name, own);
    const key = planned.get(name);
    if (key === undefined) continue;
    const wrong = mistakes[key]!(name, net, get, pick);
    if (!wrong) return undefined;
    const [rows, detail] = wrong;
    const [cause] = key.split(' ');
    // What else is wrong in that layer's dZ would be in what overwrites dA, and A − Y without a slope is dZ itself.
    const { kind, l } = at(name);
    const isBeforeOther = kind === 'dA' && planned.has(`dZ${l}`);
    if (isBeforeOther && ['overwritten', 'dZ-for-dA'].includes(cause!)) return undefined;
    // An overwritten Z is A, for who goes on from it.
    if (cause === 'overwritten' && kind === 'Z' && planned.has(`dZ${l}`)) return undefined;
    // One number is one sum whichever way it runs.
    if (kind === 'db' && net.m === 1) return undefined;
    if (apart(rows, own) < SEEN || apart(rows, right.get(name)!) < SEEN) return undefined;
    made.push({ tensor: name, cause: cause!, ...(detail !== undefined && { detail }) });
    if (cause === 'overwritten') aside.set(name, rows);
    else if (rows.length === own.length && rows[0]!.length === own[0]!.length) values.set(name, rows);
    else aside.set(name, rows);
  }
  const tensors = namesOf(net).map((name) => [name, aside.get(name) ?? values.get(name)!] as const);
  const areFinite = tensors.every(([, rows]) => rows.flat().every((x) => Math.abs(x) < 1e6));
  return areFinite ? { tensors: Object.fromEntries(tensors), made } : undefined;
}
