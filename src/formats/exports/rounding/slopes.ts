import { activationOf } from '../../../core/activations';
import { type Matrix, map } from '../../../core/math/matrix';
import { named } from '../../../core/model/names';
import { larger, plus, spread, wide } from './bounds';
import { activationInput, inUnits, type Pass, slopesAt, UNITS } from './pass';

/**
 * By how much g′ of layer l may be off, whether a program works it out from Z or from A. Where it has two values, what
 * is cut off is exact, and Z alone tells which side it is on.
 */
export function slopeOff(pass: Pass, l: number): Matrix {
  const { model, unit, offs, get } = pass;
  const layer = model.layers[l - 1]!;
  const { slopeRounding, ...g } = activationOf(layer);
  const routes = g.routes(layer.alpha);
  const fromA = routes.includes('A') && !routes.includes('mask');
  // Without a way from A, the slope is a sum whose terms can cancel.
  const least = fromA || routes.includes('mask') ? 0 : 1;
  return (['Z', 'A'] as const)
    .filter((slot) => slot === 'Z' || fromA)
    .map((slot) => {
      const name = slot === 'Z' ? activationInput(pass, l) : named('A', l);
      const [slopes, x] = [slopesAt(pass, l, slot), get(name)];
      const rounded = map(slopes(wide(x)), (slope) => Math.max(Math.abs(slope), least) * UNITS * unit);
      const ofFormula =
        slopeRounding && slot === 'Z' ? map(wide(x), (z) => inUnits(slopeRounding(z), unit)) : rounded;
      return plus(plus(spread(slopes, x, offs.get(name)!), rounded), ofFormula);
    })
    .reduce(larger);
}
