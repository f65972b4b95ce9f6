import { activationOf } from '../../activations';
import { fromRows, type Matrix } from '../../math/matrix';
import type { Layer } from '../../model/model';

/** What a Z is before a parameter moves, after it has moved down, and after it has moved up; all (n, m). */
export interface Shift {
  readonly layer: Layer;
  readonly at: Matrix;
  readonly low: Matrix;
  readonly high: Matrix;
}

/**
 * Whether some cell crosses a kink of g, or stands on one, while a parameter moves from one side of its value to the
 * other. Each cell is looked at: in J, two kinks that bend against each other look like none.
 */
export function crossesKink({ layer, at, low, high }: Shift): boolean {
  const { kinks } = activationOf(layer);
  const isFormula = layer.own !== undefined;
  if (kinks.length === 0 && !isFormula) return false;
  for (let k = 0; k < at.data.length; k++) {
    const [z, below, above] = [at.data[k]!, low.data[k]!, high.data[k]!];
    if (z === below && z === above) continue;
    const [from, to] = [Math.min(z, below, above), Math.max(z, below, above)];
    if (isFormula ? !isSmooth(layer, from, to) : kinks.some((kink) => from <= kink && kink <= to))
      return true;
  }
  return false;
}

/** Into how many pieces a stretch is cut to see whether a formula is smooth on it. */
const PIECES = 8;

/** How many times the median a bend must be to count as a kink: around an inflection, none is more than twice it. */
const SHARP = 8;

/**
 * Whether a formula's g has no kink or jump from one z to another, as far as nine values tell: of a smooth curve the
 * second differences are alike, and a kink is one of them that is far larger.
 */
function isSmooth(layer: Layer, from: number, to: number): boolean {
  const zs = Array.from({ length: PIECES + 1 }, (_, i) => from + ((to - from) * i) / PIECES);
  const { data } = activationOf(layer).forward(fromRows([zs], 'float64'), layer.alpha);
  const bends = zs.slice(2).map((_, i) => Math.abs(data[i]! - 2 * data[i + 1]! + data[i + 2]!));
  const sorted = bends.toSorted((a, b) => a - b);
  const largest = sorted.at(-1)!;
  const size = Array.from(data, Math.abs).reduce((a, b) => Math.max(a, b));
  return largest <= SHARP * sorted[Math.floor(bends.length / 2)]! + 32 * 2 ** -53 * size;
}
