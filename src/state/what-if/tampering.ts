import { type Sizes, shapeOf } from '../../core/model/model';
import { isBits, parseName } from '../../core/model/names';
import type { Tampering } from '../../core/pass/what-if/tamper';
import { random } from '../../data/random';
import type { Change } from './changes';

/** The stream of the seed that unrelated numbers are drawn from; data and parameters use others. */
const STREAM = 1_000;

/** The cells that changes by hand set in a network of these sizes. */
export const tamperingOf = (changes: readonly Change[], sizes: Sizes): readonly Tampering[] =>
  changes.flatMap((change) =>
    'unrelated' in change
      ? drawn(change.tensor, change.unrelated, sizes)
      : 'given' in change
        ? change
        : { ...change, value: Number(change.value) },
  );

/** Normal numbers for every cell of a tensor; of what holds bits, bits. A layer that is not there has none. */
function drawn(tensor: string, seed: number, sizes: Sizes): Tampering[] {
  const { kind, layer } = parseName(tensor);
  if (layer >= sizes.units.length) return [];
  const { rows, cols } = shapeOf(tensor, sizes);
  const { normal, uniform } = random(seed, STREAM);
  const next = isBits(kind) ? () => Math.round(uniform()) : normal;
  return Array.from({ length: rows * cols }, (_, k) => ({
    tensor,
    row: Math.floor(k / cols),
    col: k % cols,
    value: next(),
  }));
}
