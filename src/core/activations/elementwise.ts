import { type ElementType, type Matrix, zeros } from '../math/matrix';
import { type Round, roundingTo } from '../math/round';
import { type Activation, type Cost, chooseRoute, cost, type Route, slotOfRoute } from './types';

type Pair = readonly [multiplications: number, exponentials: number];

/** The cost of dZ = dA ⊙ g′, where g′ costs that much. */
export const timesSlope = ([multiplications, exponentials]: Pair): Cost =>
  cost(multiplications + 1, exponentials);

/**
 * A formula for one cell, of what a slot holds. `round` is how the result of every operation is rounded where a formula
 * is to lose what code loses.
 */
export type Formula = (x: number, alpha: number, round: Round) => number;

/** What is said of every activation that works on each cell alone. */
export interface Said {
  readonly alpha?: number;
  readonly kinks?: readonly number[];
  readonly tex: Activation['tex'];
  /** What g and each way to g′ cost for one cell: multiplications, then exponentials. */
  readonly costs: { readonly g: Pair; readonly Z: Pair; readonly A?: Pair; readonly Z_stable?: Pair };
  /** How far g′ differs between correct programs, as a part of g′; left out where they agree. */
  readonly versions?: number;
  /** Whether A tells g′ at an alpha; where this is left out, it does at every one. */
  aIsEnough?(alpha: number): boolean;
}

/** An activation that works on each cell alone, in formulas for one cell. */
export interface Formulas extends Said {
  /** g(z) */
  readonly g: Formula;
  /** g′(z), as the course writes it where it does. */
  readonly fromZ: Formula;
  /** g′(z) in a form that is accurate at both ends, where `fromZ` is not. */
  stableFromZ?(z: number): number;
  /** g′ in terms of a = g(z); left out where one output has two slopes. */
  readonly fromA?: Formula;
  /** Whether a slope of 0 is what a comparison gave: then dA is selected, and not even NaN passes a closed cell. */
  readonly selects?: boolean;
}

/** A formula of every cell, in a loop that calls nothing else: where formulas differ, the call is most of what it takes. */
export function each(x: Matrix, formula: Formula, alpha: number, type: ElementType = x.type): Matrix {
  const out = zeros(x.rows, x.cols, type);
  const round = roundingTo(x.type);
  for (let k = 0; k < out.data.length; k++) out.data[k] = formula(x.data[k]!, alpha, round);
  return out;
}

/** dA ⊙ g′, in such a loop. */
function through(dA: Matrix, x: Matrix, slope: Formula, alpha: number, selects: boolean): Matrix {
  const dZ = zeros(dA.rows, dA.cols, dA.type);
  const round = roundingTo(dA.type);
  for (let k = 0; k < dZ.data.length; k++) {
    const by = slope(x.data[k]!, alpha, round);
    dZ.data[k] = selects && by === 0 ? 0 : dA.data[k]! * by;
  }
  return dZ;
}

/** An activation from its formulas: dZ = dA ⊙ g′, with g′ by the wanted route, else by the cheapest. */
export function elementwise(f: Formulas): Activation {
  const { fromA, stableFromZ } = f;
  const slopeFrom: Partial<Record<Route, Formula>> = {
    slope: (slope) => slope,
    Z: f.fromZ,
    ...(stableFromZ && { Z_stable: stableFromZ }),
    ...(fromA && { A: fromA }),
  };
  const routes = (alpha: number): Route[] =>
    (Object.keys(slopeFrom) as Route[]).filter((route) => route !== 'A' || (f.aIsEnough?.(alpha) ?? true));
  return {
    ...(f.alpha !== undefined && { alpha: f.alpha }),
    ...(f.versions !== undefined && { versions: f.versions }),
    kinks: f.kinks ?? [],
    tex: f.tex,
    cost: {
      g: cost(...f.costs.g),
      slope: cost(1, 0),
      Z: timesSlope(f.costs.Z),
      ...(f.costs.A && { A: timesSlope(f.costs.A) }),
      ...(f.costs.Z_stable && { Z_stable: timesSlope(f.costs.Z_stable) }),
    },
    forward: (Z, alpha) => each(Z, f.g, alpha),
    routes,
    derive: (slot, Z, alpha) => (slot === 'slope' ? each(Z, f.fromZ, alpha) : undefined),
    backward(cache, dA, alpha, wanted): Matrix {
      const route = chooseRoute(routes(alpha), cache.held, wanted);
      return through(dA, cache[slotOfRoute(route)], slopeFrom[route]!, alpha, f.selects ?? false);
    },
  };
}
