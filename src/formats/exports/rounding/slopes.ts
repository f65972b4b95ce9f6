import { activationOf } from '../../../core/activations';
import { absolute, type Matrix } from '../../../core/matrix';
import { larger, plus, scaled, spread, wide } from './bounds';
import { type Pass, slopesAt, UNITS } from './pass';

/** By how much g′ of layer l may be off, whether a program works it out from Z or from A. */
export function slopeOff(pass: Pass, l: number): Matrix {
  const { model, unit, offs, get } = pass;
  const layer = model.layers[l - 1]!;
  const routes = activationOf(layer).routes(layer.alpha);
  return (['Z', 'A'] as const)
    .filter((slot) => slot === 'Z' || routes.includes(slot))
    .map((slot) => {
      const [slopes, x] = [slopesAt(pass, l, slot), get(`${slot}${l}`)];
      const rounded = scaled(absolute(slopes(wide(x))), UNITS * unit);
      return plus(spread(slopes, x, offs.get(`${slot}${l}`)!), rounded);
    })
    .reduce(larger);
}
