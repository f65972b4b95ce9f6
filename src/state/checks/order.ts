import type { ParameterCell } from '../../core/checks/differences/slope-check';
import type { Model } from '../../core/model/model';
import type { BufferName } from '../../core/model/names';
import { type Random, random } from '../../data/random';

const SEED = 1;

/**
 * Every number of a network's parameters once, W1, b1, W2 … in turn, and of each in an order drawn from a seed: a check
 * that ends early has looked at every layer.
 */
export function* fairOrder({ parameters }: Pick<Model, 'parameters'>): Generator<ParameterCell> {
  let waiting = Array.from(parameters, ([parameter, { data }], stream): [BufferName, Iterator<number>] => [
    parameter,
    shuffled(data.length, random(SEED, stream)),
  ]);
  while (waiting.length > 0) {
    const left: typeof waiting = [];
    for (const entry of waiting) {
      const [parameter, cells] = entry;
      const next = cells.next();
      if (next.done) continue;
      left.push(entry);
      yield { parameter, k: next.value };
    }
    waiting = left;
  }
}

/** The numbers from 0 to n − 1 in a random order, by Fisher and Yates. */
function* shuffled(n: number, { uniform }: Random): Generator<number> {
  const numbers = Uint32Array.from({ length: n }, (_, k) => k);
  for (let left = n; left > 0; left--) {
    const at = Math.floor(uniform() * left);
    yield numbers[at]!;
    numbers[at] = numbers[left - 1]!;
  }
}
