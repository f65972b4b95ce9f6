import { type Init, initSchemes } from '../core/init';
import { fromRows, type Matrix, type Precision } from '../core/matrix';
import { type Sizes, shapeOf } from '../core/model';
import { random } from './random';

/**
 * W and b of every layer, those in `given` where their shape fits, the others drawn. Each layer has numbers of
 * its own, so that a change in one leaves the parameters of the others alone.
 */
export function drawParameters(
  sizes: Sizes,
  { scheme, seed }: Init,
  precision: Precision,
  given: Readonly<Record<string, readonly (readonly number[])[]>> = {},
): Map<string, Matrix> {
  const parameters = new Map<string, Matrix>();
  for (let l = 1; l < sizes.units.length; l++) {
    const { normal } = random(seed, l);
    const deviation = initSchemes[scheme](sizes.units[l - 1]!);
    for (const [name, draw] of [
      [`W${l}`, () => deviation * normal()],
      [`b${l}`, () => 0],
    ] as const) {
      const { rows, cols } = shapeOf(name, sizes);
      const known = given[name];
      const fits = known?.length === rows && known[0]?.length === cols;
      const numbers = fits ? known : Array.from({ length: rows }, () => Array.from({ length: cols }, draw));
      parameters.set(name, fromRows(numbers, precision));
    }
  }
  return parameters;
}
