import { absolute, type Matrix, map, zip } from '../../math/matrix';
import { named } from '../../model/names';
import { each } from '../magnitude';
import { roundingIn } from '../rounding';
import type { Around, Bounds } from './bounds';

/** · ⊙ D / keep_prob: the same on both ways. */
const dropped = ({ node, of, value }: Around, matrix: Matrix): Matrix =>
  zip(matrix, value(named('D', node.layer)), (x, bit) => (bit === 0 ? 0 : x / of.dropout!.keep_prob));

/** Adrop = A ⊙ D / keep_prob: nothing is summed, so that a cell is computed from itself. */
export const dropout: Bounds = {
  forward: (at, given) => [[at.node.output, dropped(at, given ?? absolute(at.value(at.node.input)))]],
  error: (at, given) =>
    zip(dropped(at, given), map(absolute(at.value(at.node.output)), roundingIn), (e, own) => e + own),
  input: (at, d) => each(d, (part) => dropped(at, part)),
  others: () => [],
};
