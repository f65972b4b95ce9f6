import { named as tensorName } from '../../core/model/names';

const kindsWritten = {
  w: 'W',
  b: 'b',
  z: 'Z',
  a: 'A',
  mask: 'mask',
  slope: 'slope',
  gamma: 'gamma',
  beta: 'beta',
  znorm: 'Znorm',
  ztilde: 'Ztilde',
  adrop: 'Adrop',
  d: 'D',
} as const;

const whole: Readonly<Record<string, string>> = {
  j: 'cost',
  cost: 'cost',
  loss: 'cost',
  x: 'A0',
  xtrain: 'A0',
  dx: 'dA0',
  y: 'Y',
  ytrain: 'Y',
};

/** What the last layer gives, by what else people call it. */
const outputs: ReadonlySet<string> = new Set(['yhat', 'ypred']);

/** A tensor of a layer without what people put between its parts: `dw1`, `dal`, `daprev`, `gradw1`, `djdw1`. */
const pattern =
  /^(d|grad|(?:dj|dl|dcost|dloss)d)?(w|b|z|a|mask|slope|gamma|beta|znorm|ztilde|adrop|d)(prev)?(0|[1-9]\d*|l)?(grad)?$/;

/** A parameter of a layer as PyTorch calls it: `fc1.weight`, `linear2.bias.grad`. */
const ofModule = /^(?:fc|l|lin|linear|layer|dense)([1-9]\d*)(weight|bias)(grad)?$/;

/** The dictionary or list that a tensor is kept in, which says nothing more than its name does: `grads["dW1"]`. */
const container =
  /^(?:gradients?|grads?)(?=d)|^(?:parameters|params?|caches?|my|mine|self|net|model|values|tensors|outputs?)(?=.)|cache$/;

/**
 * What a tensor is called in our files, by what people call it in a network of that many layers: `dW[1]`, `dW_1`,
 * `W1.grad`, `grads["dW1"]` and `dw1` are dW1; AL is A of the last layer, X is A0, J is cost; and where there is one layer,
 * dA_prev is dA0 and W is W1. Undefined where that is not clear.
 */
export function tensorNamed(written: string, layers: number): string | undefined {
  const plain = written.toLowerCase().replace(/[\s_.[\](){}^'"`]/g, '');
  return namedPlainly(plain, layers) ?? namedPlainly(plain.replace(container, ''), layers);
}

function namedPlainly(plain: string, layers: number): string | undefined {
  if (Object.hasOwn(whole, plain)) return whole[plain];
  if (outputs.has(plain)) return tensorName('A', layers);
  const [, of, parameter, isGradient] = ofModule.exec(plain) ?? [];
  if (of) return `${isGradient ? 'd' : ''}${parameter === 'bias' ? 'b' : 'W'}${of}`;
  const match = pattern.exec(plain);
  if (!match) return undefined;
  const [, before, letters, prev, number, after] = match;
  const kind = kindsWritten[letters as keyof typeof kindsWritten];
  const layer =
    number === 'l' ? layers : number !== undefined ? Number(number) : layers === 1 ? 1 : undefined;
  if (layer === undefined || (prev && kind !== 'A')) return undefined;
  // A mask has no gradient, and a bare D or dL may be anything.
  if (kind === 'D' && (before || after || !Number(number))) return undefined;
  const at = prev ? layer - 1 : layer;
  if (at < 0 || (at === 0 && kind !== 'A')) return undefined;
  return `${before || after ? 'd' : ''}${kind}${at}`;
}

/** Tensors under the names of our files; `unclear` is told of those that have none, and of a second one of a name. */
export function named(
  tensors: Readonly<Record<string, unknown>>,
  layers: number,
  unclear: (written: string, second?: string) => void,
): Record<string, unknown> {
  const found = new Map<string, unknown>();
  // What is called as in our files comes first, whatever else goes by the name.
  const entries = Object.entries(tensors).map(([written, value]) => ({
    written,
    value,
    name: tensorNamed(written, layers),
  }));
  for (const { written, value, name } of entries.toSorted(
    (a, b) => Number(b.written === b.name) - Number(a.written === a.name),
  ))
    if (name === undefined) unclear(written);
    else if (found.has(name)) unclear(written, name);
    else found.set(name, value);
  return Object.fromEntries(found);
}
