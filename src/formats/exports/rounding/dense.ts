import { rowMeans } from '../../../core/math/means';
import { multiply } from '../../../core/math/multiply';
import { transposed } from '../../../core/math/view';
import { gradientOf, named } from '../../../core/model/names';
import type { Node } from '../../../core/operations';
import { magnitudes, plus, scaled } from './bounds';
import { ofSum, type Pass, setBackward } from './pass';

/** By how much Z = W A_prev + b may be off. */
export function denseForward(pass: Pass, { input, output, layer: l }: Node): void {
  const { offs, get } = pass;
  const [A_prev, W, b] = [input, named('W', l), named('b', l)].map((name) => magnitudes(get(name)));
  const sums = multiply(W!, A_prev!, 'float64', { plus: b! });
  const given = multiply(W!, offs.get(input)!, 'float64');
  offs.set(output, plus(given, scaled(sums, ofSum(pass, W!.cols + 1))));
}

/** By how much dW[l], db[l] and the gradient of what the layer is given may be off. */
export function denseBackward(pass: Pass, { input, output, layer: l, goesOn }: Node): void {
  const { offs, get } = pass;
  const ofDZ = offs.get(gradientOf(output))!;
  const [dZ, A_prev, W] = [gradientOf(output), input, named('W', l)].map((name) => magnitudes(get(name)));
  const m = dZ!.cols;
  // dZ · A_prev, each of which may be off, and the sum rounds.
  const ofTerms = plus(ofDZ, scaled(dZ!, ofSum(pass, m)));
  const fromA = multiply(plus(dZ!, ofDZ), transposed(offs.get(input)!), 'float64', { dividedBy: m });
  setBackward(
    pass,
    named('dW', l),
    plus(multiply(ofTerms, transposed(A_prev!), 'float64', { dividedBy: m }), fromA),
  );
  setBackward(pass, named('db', l), rowMeans(ofTerms));
  if (goesOn)
    setBackward(
      pass,
      gradientOf(input),
      multiply(transposed(W!), plus(ofDZ, scaled(dZ!, ofSum(pass, W!.rows))), 'float64'),
    );
}
