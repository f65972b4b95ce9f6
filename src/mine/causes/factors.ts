import { largestMagnitude } from '../../core/math/matrix';
import { parseName } from '../../core/model/names';
import type { Lookup } from '../pass';
import { isOneShape, scaled } from '../tensor';
import { say } from './at';
import { cause, type Scene } from './cause';
import { fittedBy } from './fit';
import { ANYWHERE } from './general';

/** A factor in a few characters: `m`, `1/m`, `−1`, `2`. */
export function factorWords(factor: number, m: number): string {
  if (factor === m) return `m, which is ${m} here`;
  if (factor === 1 / m) return `1/m, which is 1/${m} here`;
  const over = Math.round(1 / factor);
  const isPart = Math.abs(factor) < 1 && Math.abs(1 / factor - over) < 1e-6 * Math.abs(over);
  return (isPart ? `1/${over}` : String(Number(factor.toPrecision(6)))).replace('-', '−');
}

/** The right tensor times one number, by whichever way it was made. */
const times = (wanted: (scene: Scene) => number) =>
  function* (scene: Scene) {
    const factor = wanted(scene);
    if (factor === 1) return;
    for (const way of scene.made.ways)
      yield { detail: factor, way: (get: Lookup) => scaled(way(get), factor) };
  };

/** The sign is wrong. */
export const wrongSign = cause({
  at: ANYWHERE,
  tries: times(() => -1),
  tell({ name, model }) {
    const isCost = name === 'cost';
    return {
      title: isCost ? 'The minus in front of your cost is missing.' : `Your ${say(name)} has the wrong sign.`,
      cells: `−${say(name)}`,
      why:
        isCost && model.loss !== 'mean_squared_error'
          ? 'ln of a probability is negative, and a cost is positive.'
          : 'Every number is right apart from its sign: going down the gradient would go up.',
      wrong: isCost ? 'cost = np.sum(…) / m' : `${nameInCode(name)} = …`,
      right: isCost ? 'cost = -np.sum(…) / m' : `${nameInCode(name)} = -(…)`,
    };
  },
});

/** What the course's code calls a tensor. */
const nameInCode = (name: string): string =>
  ({ cost: 'cost', dW: 'dW', db: 'db', dZ: 'dZ', dA: 'dA', Z: 'Z', A: 'A' })[
    parseName(name).kind as 'cost'
  ] ?? name;

const lines: Readonly<Record<string, readonly [sum: string, mean: string, twice: string]>> = {
  cost: ['cost = -np.sum(…)', 'cost = -np.sum(…) / m', 'cost = -np.mean(…) / m'],
  dW: ['dW = np.dot(dZ, A_prev.T)', 'dW = np.dot(dZ, A_prev.T) / m', 'dW = np.dot(dZ / m, A_prev.T) / m'],
  db: [
    'db = np.sum(dZ, axis=1, keepdims=True)',
    'db = np.sum(dZ, axis=1, keepdims=True) / m',
    'db = np.mean(dZ, axis=1, keepdims=True) / m',
  ],
};

const linesFor = (name: string) =>
  lines[parseName(name).kind] ?? [
    `${name} = np.sum(…)`,
    `${name} = np.sum(…) / m`,
    `${name} = np.mean(…) / m`,
  ];

/** The sum over the examples, not the mean. */
export const noMean = cause({
  at: ['cost', 'weights', 'bias', 'gamma', 'beta'],
  tries: times(({ m }) => m),
  tell({ name, m }) {
    const [sum, mean] = linesFor(name);
    return {
      title: `Your ${say(name)} is the sum over the examples, not their mean: 1/m is missing.`,
      cells: `m times the right ${say(name)}, and m is ${m}`,
      why: 'The cost is a mean over the m examples, and so are the gradients of the parameters.',
      wrong: sum,
      right: mean,
    };
  },
});

/** Divided by m twice. */
export const meanTwice = cause({
  at: ['cost', 'weights', 'bias', 'gamma', 'beta'],
  tries: times(({ m }) => 1 / m),
  tell({ name, m }) {
    const [, mean, twice] = linesFor(name);
    return {
      title: `Your ${say(name)} is divided by m twice.`,
      cells: `the right ${say(name)} over m, and m is ${m}`,
      why: 'np.mean divides by the number of examples already, and so may what came before: 1/m belongs in one place.',
      wrong: twice,
      right: mean,
    };
  },
});

/** 1/m in a gradient that is per example. */
export const meanTooEarly = cause({
  at: ['activation_backward', 'cost_gradient', 'input'],
  tries: times(({ m }) => 1 / m),
  tell({ name, m }) {
    return {
      title: `Your ${say(name)} is divided by m, and dW and db will be divided again.`,
      cells: `the right ${say(name)} over m, and m is ${m}`,
      why: 'In the course dA and dZ are per example; the mean is taken once, in dW and db.',
      wrong: `${nameInCode(name)} = (…) / m`,
      right: `${nameInCode(name)} = …`,
    };
  },
});

/** Some other number. */
export const constantFactor = cause({
  at: ANYWHERE,
  *tries({ made, of, theirs, m }) {
    const right = made.ways[0]!(of);
    if (!theirs || !isOneShape(theirs, right) || largestMagnitude(right) === 0) return;
    const fitted = fittedBy(theirs, right).flatMap((x) => [Math.round(x), 1 / Math.round(1 / x), x]);
    const usual = right.data.length > 1 || parseName(made.name).kind === 'cost' ? [m, 1 / m, -m, -1 / m] : [];
    for (const factor of new Set([...usual, 2, 0.5, -2, ...fitted]))
      if (Number.isFinite(factor) && factor !== 0 && factor !== 1)
        yield { detail: factor, way: (get) => scaled(made.ways[0]!(get), factor) };
  },
  tell({ name, m }, detail) {
    const words = factorWords(Number(detail), m);
    return {
      title: `Your ${say(name)} is the right one times ${words}.`,
      cells: `the right ${say(name)} times ${words}`,
      why: 'All of it is multiplied by one number: look for a factor in its line, a sum that runs twice, or a learning rate.',
      wrong: `${nameInCode(name)} = ${words.split(',')[0]!.replace('−', '-')} * (…)`,
      right: `${nameInCode(name)} = …`,
    };
  },
});
