import { type ActivationName, activationOf } from '../activations';
import { cellsOf } from '../activations/cells';
import type { NumberFormat } from './formats';
import { textbookOf } from './textbook';

/**
 * A way to g′ whose loss is measured. Those of the program round what is stored, and a that is worked out again as it was
 * when it was stored; those of textbooks round every single result, as NumPy's arrays do.
 */
export type PreciseRoute =
  | 'A'
  | 'A by the textbook'
  | 'Z as the course writes it'
  | 'Z by the textbook'
  | 'Z'
  | 'Z, stable form';

/** Whether a route is what the others are measured by. */
export const isMeasure = (route: PreciseRoute): boolean => route === 'Z' || route === 'Z, stable form';

/** g′ for many z, which have to be numbers of the format. */
export type Slopes = (zs: ArrayLike<number>) => ArrayLike<number>;

/** The formula of a route in TeX, and its g′ as it comes out in a format. */
export interface RouteInFormat {
  readonly route: PreciseRoute;
  readonly tex: string;
  readonly slopes: Slopes;
}

/** g′ in float64 by the form that is accurate at both ends: what the others are measured by. */
export function exactSlopes(name: ActivationName, alpha: number): Slopes {
  const cells = cellsOf(activationOf(name), alpha);
  return (zs) => cells.slopes('Z', zs);
}

/**
 * The ways to g′ that an activation has at this alpha, in a number format: from A, which is g(z) rounded once;
 * from A by the textbook's formula; from Z by working a out again, as the course does with Z and textbooks do; from Z by
 * the form that is accurate at both ends. None for an activation without a slope per cell, or whose slope reads nothing.
 */
export function routesInFormat(name: ActivationName, alpha: number, format: NumberFormat): RouteInFormat[] {
  const activation = activationOf(name);
  if (!activation.routes(alpha).includes('slope')) return [];
  const { A: texA = '', Z: texZ = '', Z_stable: texStable } = activation.tex.slope;
  const cells = cellsOf(activation, alpha);
  const written = textbookOf(name);
  const rounded = (numbers: ArrayLike<number>) => Float64Array.from(numbers, format.round);
  const stored: Slopes = (zs) => rounded(cells.outputs(zs));
  const routes: RouteInFormat[] = [];
  if (activation.routes(alpha).includes('A')) {
    routes.push({ route: 'A', tex: texA, slopes: (zs) => rounded(cells.slopes('A', stored(zs))) });
    const fromA = written?.fromA;
    if (written?.tex.A !== undefined && fromA) {
      const slopes: Slopes = (zs) => Float64Array.from(stored(zs), (a) => fromA(a, format, alpha));
      routes.push({ route: 'A by the textbook', tex: written.tex.A, slopes });
      if (texStable) routes.push({ route: 'Z as the course writes it', tex: texZ, slopes });
    }
  }
  if (written)
    routes.push({
      route: 'Z by the textbook',
      tex: written.tex.Z,
      slopes: (zs) => Float64Array.from(zs, (z) => written.fromZ(z, format, alpha)),
    });
  const measure = texStable ? 'Z, stable form' : 'Z';
  routes.push({ route: measure, tex: texStable ?? texZ, slopes: (zs) => rounded(cells.slopes('Z', zs)) });
  return routes;
}
