import { fromRows, type Matrix, type Precision } from '../core/math/matrix';
import { type Init, initSchemes } from '../core/model/init';
import { type Sizes, shapeOf } from '../core/model/model';
import { type BufferName, named } from '../core/model/names';
import { random } from './random';

/** Parameters that were given, by name. */
export type Given = Readonly<Record<string, readonly (readonly number[])[]>>;

/**
 * W and b of every layer, and γ and β of those that are normalised (counted from 1): those in `given` where their shape
 * fits, of the others W drawn, b and β 0, γ 1. Each layer has numbers of its own, so that a change in one leaves the
 * parameters of the others alone.
 */
export function drawParameters(
  sizes: Sizes,
  { scheme, seed }: Init,
  precision: Precision,
  given: Given = {},
  normalised: readonly number[] = [],
): Map<BufferName, Matrix> {
  const parameters = new Map<BufferName, Matrix>();
  for (let l = 1; l < sizes.units.length; l++) {
    const { normal } = random(seed, l);
    const deviation = initSchemes[scheme](sizes.units[l - 1]!);
    const drawn = [
      [named('W', l), () => deviation * normal()],
      [named('b', l), () => 0],
    ] as const;
    const constant = [
      [named('gamma', l), () => 1],
      [named('beta', l), () => 0],
    ] as const;
    for (const [name, draw] of [...drawn, ...(normalised.includes(l) ? constant : [])]) {
      const { rows, cols } = shapeOf(name, sizes);
      const known = given[name];
      const fits = known?.length === rows && known[0]?.length === cols;
      const numbers = fits ? known : Array.from({ length: rows }, () => Array.from({ length: cols }, draw));
      parameters.set(name, fromRows(numbers, precision));
    }
  }
  return parameters;
}
