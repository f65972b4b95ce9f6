import { type Matrix, map, zip } from '../matrix';
import { type Activation, type ActivationSlot, type Cost, chooseRoute, cost } from './types';

type Pair = readonly [multiplications: number, exponentials: number];

/** The cost of dZ = dA ⊙ g′, where g′ costs that much. */
const timesSlope = ([multiplications, exponentials]: Pair): Cost => cost(multiplications + 1, exponentials);

/** An activation that works on each cell alone, in formulas for one cell. */
export interface Formulas {
  readonly alpha?: number;
  readonly kinks?: readonly number[];
  readonly tex: Activation['tex'];
  /** What g and each way to g′ cost for one cell: multiplications, then exponentials. */
  readonly costs: { readonly g: Pair; readonly Z: Pair; readonly A?: Pair; readonly course?: Pair };
  g(z: number, alpha: number): number;
  /** g′(z), accurate at both ends. */
  fromZ(z: number, alpha: number): number;
  /** g′(z) as the course writes it, where it does otherwise: every operation rounds, as NumPy's arrays do. */
  courseFromZ?(z: number, round: (x: number) => number): number;
  /** g′ in terms of a = g(z); left out where one output has two slopes. */
  fromA?(a: number, alpha: number): number;
  /** For which alpha `fromA` tells the truth; without it, for all. */
  aIsEnough?(alpha: number): boolean;
  /** Where g′ takes two values only: which of them, and how to tell. */
  readonly mask?: {
    isHigh(z: number, alpha: number): boolean;
    high(alpha: number): number;
    low(alpha: number): number;
  };
}

/** An activation from its formulas: dZ = dA ⊙ g′, with g′ by the cheapest route that the cache allows. */
export function elementwise(f: Formulas): Activation {
  const { fromA, mask } = f;
  const slopeFrom: Partial<Record<ActivationSlot, (x: number, alpha: number) => number>> = {
    slope: (slope) => slope,
    Z: f.fromZ,
    ...(fromA && { A: fromA }),
    ...(mask && { mask: (bit, alpha) => (bit ? mask.high(alpha) : mask.low(alpha)) }),
  };
  const routes = (alpha: number): ActivationSlot[] =>
    (Object.keys(slopeFrom) as ActivationSlot[]).filter(
      (slot) => slot !== 'A' || (f.aIsEnough?.(alpha) ?? true),
    );
  return {
    ...(f.alpha !== undefined && { alpha: f.alpha }),
    kinks: f.kinks ?? [],
    tex: f.tex,
    cost: {
      g: cost(...f.costs.g),
      slope: cost(1, 0),
      Z: timesSlope(f.costs.Z),
      ...(mask && { mask: cost(1, 0) }),
      ...(f.costs.A && { A: timesSlope(f.costs.A) }),
      ...(f.costs.course && { course: timesSlope(f.costs.course) }),
    },
    forward: (Z, alpha) => map(Z, (z) => f.g(z, alpha)),
    routes,
    derive(slot, Z, alpha): Matrix | undefined {
      if (slot === 'slope') return map(Z, (z) => f.fromZ(z, alpha));
      return mask && map(Z, (z) => Number(mask.isHigh(z, alpha)), 'bit');
    },
    backward(cache, dA, alpha, fromZ): Matrix {
      const route = chooseRoute(routes(alpha), cache.held);
      const round = dA.type === 'float32' ? Math.fround : (x: number) => x;
      const slope =
        route === 'Z' && fromZ === 'course' && f.courseFromZ
          ? (z: number) => f.courseFromZ!(z, round)
          : slopeFrom[route]!;
      return zip(dA, cache[route], (d, x) => d * slope(x, alpha));
    },
  };
}
