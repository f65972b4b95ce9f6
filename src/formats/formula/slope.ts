import { derivative, type MathNode } from 'mathjs/number';
import { LONGEST_FORMULA } from '../model/model-schema';
import { costsOf, dualCostsOf } from './computing/costs';
import { dualAt } from './computing/dual';
import type { Costs } from './computing/functions';
import { noiseAt } from './computing/noise';
import { flatSideOf } from './computing/tie';
import { valueAt } from './computing/value';
import { type Expression, exactly, type Walk } from './expression';
import { hasMoreParts } from './parts';
import { translate } from './reading/translate';
import { tidied } from './tidy';
import { texOf } from './writing/tex';

/** The slope of a formula, and how it was found. */
export type Slope = {
  at(z: number, round?: Walk['round']): number;
  readonly costs: Costs;
  /** What is computed, where that is an expression. */
  readonly tree?: Expression;
} & (
  | { readonly how: 'symbolic'; readonly text: string; readonly tex: string }
  | { readonly how: 'automatic'; readonly because: string }
);

/** A derivative in symbols, or why there is none. */
type Symbolic = { readonly expression: Expression; readonly text: string; readonly tex: string } | string;

/** Where a derivative is held against central differences. */
const grid = Array.from({ length: 161 }, (_, i) => i / 20 - 4);

const STEP = 1e-6;

/** How far a central difference may be from the derivative, in proportion. */
const TOLERANCE = 1e-5;

/** How far slopes on both sides of a z may be apart, in proportion, and be no kink. */
const BEND = 1e-3;

/**
 * Whether a slope agrees with central differences of g wherever those exist and g has no kink. A difference is a
 * mean of the slopes between its ends, and is off by what rounding leaves open of g there, over the step.
 */
function agrees(expression: Expression, slope: (z: number) => number, sure: (z: number) => number): boolean {
  const g = (z: number): number => valueAt(expression, exactly(z));
  return grid.every((z) => {
    const there = sure(z);
    if (!Number.isFinite(there)) return true;
    // abs(z) / z is no slope at 0, where there is one.
    if (!Number.isFinite(slope(z))) return false;
    const [low, high] = [z - STEP, z + STEP];
    const central = (g(high) - g(low)) / (high - low);
    const [left, right] = [sure(low), sure(high)];
    // A kink between the two points is no fault of the derivative's: there both sides have another slope.
    const bends = Math.abs(right - left) > BEND * Math.abs(there);
    if (!Number.isFinite(central) || bends) return true;
    const noise = (noiseAt(expression, low) + noiseAt(expression, high)) / (high - low);
    const between = Math.abs(left - there) + Math.abs(right - there);
    const size = Math.max(Math.abs(central), Math.abs(there));
    return Math.abs(slope(z) - central) <= TOLERANCE * size + between + 4 * noise;
  });
}

/** The most parts of a derivative that is tidied and written: what has more is longer than a formula may be. */
const MOST_PARTS = 10 * LONGEST_FORMULA;

const partsOf = (node: MathNode): MathNode[] => {
  const parts: MathNode[] = [];
  node.forEach((part) => {
    parts.push(part);
  });
  return parts;
};

const TOO_LONG = 'its derivative in symbols is longer than a formula may be';

/**
 * The derivative in symbols; none where there is no rule for a part of it, or where it is longer than a formula may be.
 * Before it is tidied, its size is quadratic in the formula's, a hundred thousand parts at most.
 */
function symbolicOf(node: MathNode): Symbolic {
  try {
    const whole = derivative(node, 'z', { simplify: false });
    if (hasMoreParts(whole, MOST_PARTS, partsOf)) return TOO_LONG;
    const derived = tidied(whole);
    const text = derived.toString({ parenthesis: 'auto' });
    if (text.length > LONGEST_FORMULA) return TOO_LONG;
    return { expression: translate(derived), text, tex: texOf(derived, 'auto') };
  } catch {
    return 'a part of it has no symbolic derivative';
  }
}

/**
 * The slope of a formula: by symbolic differentiation where mathjs has rules for all of it, the result is no longer than
 * a formula, and central differences agree; else by automatic differentiation, which takes the branch that g takes. At a
 * tie it is that of the flat side, where there is one: it is what A can tell. What is shown is what is computed: where a
 * derivative in symbols overflows, so does the slope.
 */
export function slopeOf(expression: Expression, node: MathNode): Slope {
  const dual = (walk: Walk): number => dualAt(expression, walk).slope;
  const automatic = (z: number): number => dual(exactly(z));
  const symbolic = symbolicOf(node);
  const why = typeof symbolic === 'string' ? symbolic : undefined;
  if (typeof symbolic !== 'string') {
    const derived = (walk: Walk): number => valueAt(symbolic.expression, walk);
    if (agrees(expression, (z) => derived(exactly(z)), automatic))
      return {
        at(z, round = (x) => x) {
          let isTie = false;
          const tie = () => {
            isTie = true;
          };
          valueAt(expression, { z, round, tie });
          // abs(z - 0.3) / (z - 0.3) has no value at 0.3, where there is a slope by convention.
          return isTie ? atTie(expression, { z, round }) : derived({ z, round });
        },
        how: 'symbolic',
        text: symbolic.text,
        tex: symbolic.tex,
        costs: costsOf(symbolic.expression),
        tree: symbolic.expression,
      };
  }
  return {
    at(z, round = (x) => x) {
      let isTie = false;
      const tie = () => {
        isTie = true;
      };
      const slope = dual({ z, round, tie });
      return isTie ? atTie(expression, { z, round }) : slope;
    },
    how: 'automatic',
    because: why ?? 'central differences disagree with its symbolic one',
    costs: dualCostsOf(expression),
  };
}

/** The slope at a tie: the flat side's, else that of the branch which the formula takes. */
function atTie(expression: Expression, walk: Walk): number {
  const there = dualAt(expression, walk);
  return flatSideOf((z) => dualAt(expression, { ...walk, z }), walk, there) ?? there.slope;
}
