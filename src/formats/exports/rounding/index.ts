import { type Matrix, zip } from '../../../core/math/matrix';
import { isFused } from '../../../core/model/model';
import type { BufferName } from '../../../core/model/names';
import type { Trace } from '../../../core/pass/trace';
import { backward } from './backward';
import { scaled, told } from './bounds';
import { forward, output } from './forward';
import type { Pass } from './pass';
import { slopeOff } from './slopes';

/*
 * Two programs that run one pass round in different places: another order of a sum, another exp. How far a cell of one
 * may be from the other's follows from the numbers themselves, step by step: what a step is given may be off by so
 * much, and the step rounds once more. This is a running error analysis (Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd ed. 2002, section 3.3).
 */

/**
 * How far each computed cell of a pass may be from another program's, by the names of the buffers: infinite where
 * nothing can be told, as beside a kink; 0 where the page's number is not finite, and has to be the same.
 */
export function roundingIn({ model, buffers }: Trace): ReadonlyMap<BufferName, Matrix> {
  const get = (name: BufferName): Matrix => buffers.get(name)!;
  const unit = model.precision === 'float32' ? 2 ** -24 : 2 ** -53;
  const pass: Pass = { model, unit, get, offs: new Map([['A0', scaled(get('A0'), 0)]]) };
  const last = model.layers.length;
  for (let l = 1; l <= last; l++) forward(pass, l);
  output(pass, last, isFused(model));
  for (let l = last; l >= 1; l--) backward(pass, l);
  for (const name of buffers.keys()) {
    const [, kind, l] = /^(mask|slope)(\d+)$/.exec(name) ?? [];
    if (!kind) continue;
    const off = slopeOff(pass, Number(l));
    // A bit can be the other one where the slope can, beside a kink.
    pass.offs.set(name, kind === 'slope' ? off : zip(off, off, (x) => Number(x > 1e-3)));
  }
  return new Map(Array.from(pass.offs, ([name, off]) => [name, told(off, get(name))]));
}
