import { activationOf } from '../../src/core/activations';
import type { ActivationSlot } from '../../src/core/activations/types';
import { cell, fromRows, map } from '../../src/core/math/matrix';
import { gridOfZ } from './models';

/** A point of a curve: z, g(z) and g′(z), the last by central differences. */
interface Point {
  readonly a: number;
  readonly slope: number;
}

/** The curve of an activation over a grid, away from its kinks: what is known of it without asking for its routes. */
function curveOf(name: string, alpha: number): Point[] {
  const { forward, kinks } = activationOf(name);
  const h = 1e-5;
  const A = forward(gridOfZ, alpha);
  const above = forward(
    map(gridOfZ, (z) => z + h),
    alpha,
  );
  const below = forward(
    map(gridOfZ, (z) => z - h),
    alpha,
  );
  return Array.from(gridOfZ.data, (z, k) => ({
    z,
    a: A.data[k]!,
    slope: (above.data[k]! - below.data[k]!) / (2 * h),
  })).filter(({ z }) => kinks.every((kink) => Math.abs(z - kink) > 0.05));
}

/** Whether one cell of A depends on other cells of its column. */
export function mixesCells(name: string): boolean {
  const { forward, alpha = 0 } = activationOf(name);
  const first = (other: number) => cell(forward(fromRows([[1], [other]], 'float64'), alpha), 0, 0);
  return first(0) !== first(1);
}

/** Whether g(z₁) = g(z₂) implies g′(z₁) = g′(z₂): no two points nearly share an a and are far apart in slope. */
function aIsEnough(curve: readonly Point[]): boolean {
  const sorted = [...curve].sort((p, q) => p.a - q.a);
  return sorted.every((p, i) => {
    for (let k = i + 1; k < sorted.length && sorted[k]!.a - p.a < 1e-3; k++)
      if (Math.abs(sorted[k]!.slope - p.slope) > 0.02) return false;
    return true;
  });
}

/** The slots that can tell g′, by the rules of one pass, judged from the curve alone. */
export function routesByCurve(name: string, alpha: number): ActivationSlot[] {
  if (mixesCells(name)) return ['A', 'Z'];
  const curve = curveOf(name, alpha);
  const slopes = new Set(curve.map(({ slope }) => Math.round(slope * 1e4)));
  if (slopes.size === 1) return [];
  return [
    'slope',
    ...(slopes.size === 2 ? ['mask' as const] : []),
    ...(aIsEnough(curve) ? ['A' as const] : []),
    'Z',
  ];
}
