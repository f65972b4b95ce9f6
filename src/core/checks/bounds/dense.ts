import { absolute, type Matrix, zip } from '../../math/matrix';
import { rowMeans } from '../../math/means';
import { multiply } from '../../math/multiply';
import { transposed } from '../../math/view';
import { named } from '../../model/names';
import { each } from '../magnitude';
import { roundingIn } from '../rounding';
import type { Around, Bounds } from './bounds';

const weights = ({ node, value }: Around): Matrix => absolute(value(named('W', node.layer)));

/** |W||A_prev| + |b| */
const termsOf = (at: Around): Matrix =>
  multiply(weights(at), absolute(at.value(at.node.input)), 'float64', {
    plus: absolute(at.value(named('b', at.node.layer))),
  });

/** Z = W A_prev + b: |fl(AB) − AB| ≤ γ |A||B| (Higham 2002, section 3.5), and on the way back |W|ᵀ · and · |A_prev|ᵀ / m. */
export const dense: Bounds = {
  forward: (at) => [[at.node.output, termsOf(at)]],
  error: (at, given) =>
    zip(
      multiply(weights(at), given, 'float64'),
      termsOf(at),
      (e, terms) => e + roundingIn(terms, at.value(at.node.input).rows),
    ),
  input(at, d) {
    const back = transposed(weights(at));
    return each(d, (part) => multiply(back, part, 'float64'));
  },
  others({ node, value }, d) {
    const inputs = transposed(absolute(value(node.input)));
    return [
      [
        named('dW', node.layer),
        each(d, (part) => multiply(part, inputs, 'float64', { dividedBy: part.cols })),
      ],
      [named('db', node.layer), each(d, rowMeans)],
    ];
  },
};
