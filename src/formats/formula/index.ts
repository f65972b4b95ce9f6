import { range } from 'd3-array';
import type { OwnInPython } from '../../core/activations';
import { type Read, refused } from '../read';
import { costsOf } from './computing/costs';
import { type Costs, functionOf, isPicking } from './computing/functions';
import { noiseAt } from './computing/noise';
import { valueAt } from './computing/value';
import { differentiated } from './differentiate';
import { type Expression, exactly, type Walk } from './expression';
import { parseFormula } from './reading/parse';
import type { Variable } from './reading/tokens';
import { type Slope, slopeOf } from './slope';
import { inPython } from './writing/in-python';
import { texOf } from './writing/tex';

export type { Slope } from './slope';

/** What a formula means: g with its slope, in numbers and in TeX. Every operation is rounded by `round`, if at all. */
export interface Formula {
  readonly text: string;
  readonly tree: Expression;
  g(z: number, round?: Walk['round']): number;
  readonly slope: Slope;
  readonly tex: string;
  /** What one cell costs. */
  readonly costs: { readonly g: Costs; readonly slope: Costs };
  /** How far rounding in float64 can have put g(z) from its true value. */
  noise(z: number): number;
  /** Whether something in it is picked by a comparison. */
  readonly hasBranches: boolean;
}

/** What a slope means that somebody gives beside a formula. */
export interface GivenSlope {
  readonly text: string;
  readonly tree: Expression;
  /** Its value at z, or at a = g(z), whichever it is of. */
  at(x: number, round?: Walk['round']): number;
  readonly tex: string;
  readonly costs: Costs;
}

const FROM = -12;
const TO = 12;

/** Where a formula has to have a value at least once. */
const somewhere = range(FROM, TO + 0.01, 0.25);

const hasBranches = (expression: Expression): boolean =>
  expression.kind === 'choice' ||
  (expression.kind === 'call' && isPicking(functionOf(expression.name))) ||
  ('args' in expression && expression.args.some(hasBranches));

/** Reads a formula of z and differentiates it. Never throws; what is none is answered with a sentence. */
export function readFormula(text: string): Read<Formula> {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed;
  const { expression, node } = parsed.value;
  const g = valuesOf(expression);
  if (!somewhere.some((z) => Number.isFinite(g(z))))
    return refused(
      `Expected a formula with a finite value for some z from ${FROM} to ${TO}, but found none.`,
    );
  const slope = slopeOf(expression, node);
  return {
    ok: true,
    value: {
      text,
      tree: expression,
      g,
      slope,
      tex: texOf(node, 'keep'),
      costs: { g: costsOf(expression), slope: slope.costs },
      noise: (z) => noiseAt(expression, z),
      hasBranches: hasBranches(expression),
    },
  };
}

/** Reads a slope that is given beside a formula: of z, or of a = g(z). Never throws, as `readFormula`. */
export function readSlope(text: string, variable: Variable): Read<GivenSlope> {
  const parsed = parseFormula(text, variable);
  if (!parsed.ok) return parsed;
  const { expression, node } = parsed.value;
  const tex = texOf(node, 'keep', variable);
  return {
    ok: true,
    value: { text, tree: expression, at: valuesOf(expression), tex, costs: costsOf(expression) },
  };
}

/** A formula in Python, with its own slope or those that are given; undefined where that can't be said. */
export const pythonOf = (
  { tree, slope }: Formula,
  given?: GivenSlope,
  fromA?: GivenSlope,
): OwnInPython | undefined =>
  inPython(tree, {
    ofZ: given?.tree ?? slope.tree ?? differentiated(tree),
    ofA: fromA?.tree,
    isGiven: given !== undefined || fromA !== undefined,
  });

/** How far rounding in float64 can have put its slope from its true value, where that is an expression. */
export function slopeNoise(formula: Formula, given?: GivenSlope): ((z: number) => number) | undefined {
  const tree = given?.tree ?? formula.slope.tree ?? differentiated(formula.tree);
  return tree && ((z) => noiseAt(tree, z));
}

const valuesOf =
  (expression: Expression) =>
  (x: number, round?: Walk['round']): number =>
    valueAt(expression, round ? { z: x, round } : exactly(x));
