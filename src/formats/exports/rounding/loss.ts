import { type Matrix, scalar, zip } from '../../../core/math/matrix';
import { gradientOf } from '../../../core/model/names';
import type { Node } from '../../../core/operations';
import { losses } from '../../../core/operations/losses';
import { plus, scaled, spread, told, wide } from './bounds';
import { ofSum, type Pass, UNITS } from './pass';
import { besidePoles } from './poles';

/** By how much J may be off. */
export function costOff(pass: Pass, { input }: Node): void {
  const { model, offs, get } = pass;
  const { cost } = losses[model.loss];
  const [A, Y, off] = [get(input), get('Y'), offs.get(input)!];
  // Each cell's part in m · J, alone: errors of one sign in all of A can cancel.
  const one = (x: number) => scalar(x, 'float64');
  const parts = (a: Matrix): Matrix => zip(a, Y, (x, y) => cost(one(x), one(y)));
  const ofParts = plus(spread(parts, A, off), scaled(parts(wide(A)), ofSum(pass, A.rows * A.cols)));
  let total = 0;
  for (const x of ofParts.data) total += x / A.cols;
  offs.set('cost', told(scalar(total, 'float64'), get('cost')));
}

/** By how much dA[L] may be off. */
export function lossGradientOff({ model, unit, offs, get }: Pass, { input }: Node): void {
  const dA = get(gradientOf(input));
  const ofDA = plus(
    besidePoles((a) => losses[model.loss].gradient(a, get('Y')), get(input), offs.get(input)!),
    scaled(dA, UNITS * unit),
  );
  offs.set(gradientOf(input), told(ofDA, dA));
}
