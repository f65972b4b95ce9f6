import { type Matrix, zip } from '../../../core/math/matrix';
import { gradientOf, named } from '../../../core/model/names';
import type { Node } from '../../../core/operations';
import { plus, scaled, wide } from './bounds';
import { type Pass, setBackward, UNITS } from './pass';

/** What is let through of x is off by what x is off by, over keep_prob, and rounds. */
function letThrough({ get, model, offs, unit }: Pass, layer: number, from: string, to: string): Matrix {
  const { keep_prob } = model.layers[layer - 1]!.dropout!;
  const D = wide(get(named('D', layer)));
  const through = zip(offs.get(from)!, D, (x, bit) => (bit === 0 ? 0 : x / keep_prob));
  return plus(through, scaled(get(to), UNITS * unit));
}

/** By how much A ⊙ D / keep_prob may be off; D itself by nothing. */
export function dropoutForward(pass: Pass, { input, output, layer }: Node): void {
  pass.offs.set(named('D', layer), scaled(pass.get(named('D', layer)), 0));
  pass.offs.set(output, letThrough(pass, layer, input, output));
}

/** By how much dA may be off. */
export function dropoutBackward(pass: Pass, { input, output, layer }: Node): void {
  const dA = gradientOf(input);
  setBackward(pass, dA, letThrough(pass, layer, gradientOf(output), dA));
}
