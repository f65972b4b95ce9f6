import { type Matrix, map, zip } from '../math/matrix';
import { type Round, roundingTo } from '../math/round';
import { type Activation, type Cost, chooseRoute, cost, type Route, slotOfRoute } from './types';

type Pair = readonly [multiplications: number, exponentials: number];

/** The cost of dZ = dA ⊙ g′, where g′ costs that much. */
const timesSlope = ([multiplications, exponentials]: Pair): Cost => cost(multiplications + 1, exponentials);

/** An activation that works on each cell alone, in formulas for one cell. */
export interface Formulas {
  readonly alpha?: number;
  readonly kinks?: readonly number[];
  readonly tex: Activation['tex'];
  /** What g and each way to g′ cost for one cell: multiplications, then exponentials. */
  readonly costs: { readonly g: Pair; readonly Z: Pair; readonly A?: Pair; readonly Z_stable?: Pair };
  /** g(z). `round` is how the result of every operation is rounded where a formula is to lose what code loses. */
  g(z: number, alpha: number, round: Round): number;
  /** g′(z), as the course writes it where it does. */
  fromZ(z: number, alpha: number, round: Round): number;
  /** g′(z) in a form that is accurate at both ends, where `fromZ` is not. */
  stableFromZ?(z: number): number;
  /** g′ in terms of a = g(z); left out where one output has two slopes. */
  fromA?(a: number, alpha: number, round: Round): number;
  /** Whether `fromA` is right at an alpha; where this is left out, it is at every one. */
  aIsEnough?(alpha: number): boolean;
  /** How far g′ differs between correct programs, as a part of g′; left out where they agree. */
  readonly versions?: number;
  /** Whether a slope of 0 is what a comparison gave: then dA is selected, and not even NaN passes a closed cell. */
  readonly selects?: boolean;
  /** Where g′ takes only two values: which two, and which of them belongs to a z. */
  readonly mask?: {
    isHigh(z: number, alpha: number): boolean;
    high(alpha: number): number;
    low(alpha: number): number;
  };
}

/** An activation from its formulas: dZ = dA ⊙ g′, with g′ by the wanted route, else by the cheapest. */
export function elementwise(f: Formulas): Activation {
  const { fromA, stableFromZ, mask } = f;
  const slopeFrom: Partial<Record<Route, (x: number, alpha: number, round: Round) => number>> = {
    slope: (slope) => slope,
    Z: f.fromZ,
    ...(stableFromZ && { Z_stable: stableFromZ }),
    ...(fromA && { A: fromA }),
    ...(mask && { mask: (bit, alpha) => (bit ? mask.high(alpha) : mask.low(alpha)) }),
  };
  const routes = (alpha: number): Route[] =>
    (Object.keys(slopeFrom) as Route[]).filter((route) => route !== 'A' || (f.aIsEnough?.(alpha) ?? true));
  const product = f.selects
    ? (d: number, slope: number) => (slope === 0 ? 0 : d * slope)
    : (d: number, slope: number) => d * slope;
  return {
    ...(f.alpha !== undefined && { alpha: f.alpha }),
    ...(f.versions !== undefined && { versions: f.versions }),
    kinks: f.kinks ?? [],
    tex: f.tex,
    cost: {
      g: cost(...f.costs.g),
      slope: cost(1, 0),
      Z: timesSlope(f.costs.Z),
      ...(mask && { mask: cost(1, 0) }),
      ...(f.costs.A && { A: timesSlope(f.costs.A) }),
      ...(f.costs.Z_stable && { Z_stable: timesSlope(f.costs.Z_stable) }),
    },
    forward(Z, alpha) {
      const round = roundingTo(Z.type);
      return map(Z, (z) => f.g(z, alpha, round));
    },
    routes,
    derive(slot, Z, alpha): Matrix | undefined {
      const round = roundingTo(Z.type);
      if (slot === 'slope') return map(Z, (z) => f.fromZ(z, alpha, round));
      return mask && map(Z, (z) => Number(mask.isHigh(z, alpha)), 'bit');
    },
    backward(cache, dA, alpha, wanted): Matrix {
      const route = chooseRoute(routes(alpha), cache.held, wanted);
      const round = roundingTo(dA.type);
      const slope = slopeFrom[route]!;
      return zip(dA, cache[slotOfRoute(route)], (d, x) => product(d, slope(x, alpha, round)));
    },
  };
}
