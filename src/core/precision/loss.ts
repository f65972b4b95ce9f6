import type { ActivationName } from '../activations';
import { firstZ, relativeError } from './first-z';
import { type NumberFormatName, numberFormats } from './formats';
import { exactSlopes, isMeasure, type PreciseRoute, routesInFormat } from './routes';

/** The parts of g′ whose loss is marked: 1 %, 10 % and all of it. */
export const markedErrors = [0.01, 0.1, 1] as const;

/** Where a route to g′ begins to lose its digits, on one side of z = 0. */
export interface Thresholds {
  readonly route: PreciseRoute;
  readonly tex: string;
  readonly side: 'z > 0' | 'z < 0';
  /** For each of `markedErrors` the smallest |z| with that relative error, null where there is none. */
  readonly first: readonly (number | null)[];
}

/** Where each route of an activation loses 1 %, 10 % and 100 % of g′ in a number format, on both sides of 0. */
export function thresholdsOf(
  name: ActivationName,
  alpha: number,
  formatName: NumberFormatName,
): Thresholds[] {
  const format = numberFormats[formatName];
  const exact = exactSlopes(name, alpha);
  return routesInFormat(name, alpha, format).flatMap(({ route, tex, slopes }) =>
    ([1, -1] as const).map((sign) => ({
      route,
      tex,
      side: sign > 0 ? ('z > 0' as const) : ('z < 0' as const),
      // The stable form is what the others are measured by, and rounded once: by 2⁻⁹ of itself at most.
      first: isMeasure(route)
        ? markedErrors.map(() => null)
        : firstZ(slopes, exact, format, sign, markedErrors),
    })),
  );
}

/** The relative error of g′ by each route, over z; each z is first rounded to the format. */
export function errorsOf(
  name: ActivationName,
  alpha: number,
  formatName: NumberFormatName,
  zs: readonly number[],
): { route: PreciseRoute; tex: string; errors: number[] }[] {
  const format = numberFormats[formatName];
  const rounded = zs.map(format.round);
  const exact = exactSlopes(name, alpha)(rounded);
  return routesInFormat(name, alpha, format).map(({ route, tex, slopes }) => ({
    route,
    tex,
    errors: Array.from(slopes(rounded), (slope, i) => relativeError(slope, exact[i]!)),
  }));
}
