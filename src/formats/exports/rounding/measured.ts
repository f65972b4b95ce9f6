import { type Matrix, map } from '../../../core/math/matrix';
import { type BufferName, isBits, isGradient, parseName } from '../../../core/model/names';
import { toFloat64 } from '../../../core/model/to-float64';
import { record } from '../../../core/pass/record';
import type { Trace } from '../../../core/pass/trace';

/**
 * How many times as far off as the page's own numbers another program's may be: those of some dozens of cells that are
 * furthest off, in two programs that round alike, differ by less than four.
 */
const SAFETY = 16;

/** What is measured together: the tensors of a layer's way forward, and those of its way back. */
const familyOf = (name: BufferName): string => `${isGradient(name)} ${parseName(name).layer}`;

/** Whether a tensor is of numbers, and more than one of them: a bit is the other one or is not. */
const isMeasured = (name: BufferName): boolean => name !== 'cost' && !isBits(parseName(name).kind);

/**
 * Bounds of a float32 pass with batch norm, made as narrow as what rounding does in it. Step by step, bounds take what
 * μ, σ and Znorm are off by for independent, and grow a thousand times too wide over three layers. So the page's own
 * numbers are held against the same pass in float64: no bound of a layer is wider than `SAFETY` times the largest part
 * of its bounds that they are off by. Where nothing can be told, as beside a kink, nothing can be told still.
 */
export function narrowed(
  offs: ReadonlyMap<BufferName, Matrix>,
  { model, buffers }: Trace,
): ReadonlyMap<BufferName, Matrix> {
  if (model.precision === 'float64' || !model.layers.some(({ batch_norm }) => batch_norm)) return offs;
  const exact = record(toFloat64(model)).buffers;
  const shares = new Map<string, number>();
  for (const [name, { data }] of offs) {
    const [page, right] = [buffers.get(name), exact.get(name)];
    if (!page || !right || !isMeasured(name)) continue;
    const family = familyOf(name);
    let most = shares.get(family) ?? 0;
    for (let k = 0; k < data.length; k++) {
      const share = Math.abs(page.data[k]! - right.data[k]!) / data[k]!;
      // Infinite bounds tell nothing, and 0 is where numbers have to be the same.
      if (data[k]! > 0 && share < Infinity) most = Math.max(most, share);
    }
    shares.set(family, most);
  }
  return new Map(
    Array.from(offs, ([name, off]) => {
      const part = SAFETY * (shares.get(familyOf(name)) ?? 1);
      return [name, part < 1 && isMeasured(name) ? map(off, (x) => (x < Infinity ? part * x : x)) : off];
    }),
  );
}
