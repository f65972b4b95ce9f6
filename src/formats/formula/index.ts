import { range } from 'd3-array';
import { type Read, refused } from '../read';
import { dualAt, type Expression } from './expression';
import { parseFormula } from './parse';
import { type Slope, slopeOf } from './slope';
import { texOf } from './tex';

export type { Slope } from './slope';

/** What a formula means: g with its slope, in numbers and in TeX. */
export interface Formula {
  readonly text: string;
  g(z: number): number;
  readonly slope: Slope;
  readonly tex: string;
  /** Of g, for one cell: multiplications and divisions, then calls of functions. */
  readonly costs: { readonly g: readonly [number, number]; readonly slope: readonly [number, number] };
}

/** What evaluating an expression once costs, both branches of a choice counted. */
function costOf(expression: Expression): readonly [number, number] {
  const parts = 'args' in expression ? expression.args.map(costOf) : [];
  const own: Record<Expression['kind'], readonly [number, number]> = {
    number: [0, 0],
    z: [0, 0],
    sum: [0, 0],
    difference: [0, 0],
    negative: [0, 0],
    choice: [0, 0],
    product: [1, 0],
    quotient: [1, 0],
    call: [0, 1],
  };
  return [own[expression.kind], ...parts].reduce(([a, b], [c, d]) => [a + c, b + d]);
}

const FROM = -12;
const TO = 12;

/** Where a formula has to have a value at least once. */
const somewhere = range(FROM, TO + 0.01, 0.25);

/** Reads a formula of z and differentiates it. Never throws; what is none is answered with a sentence. */
export function readFormula(text: string): Read<Formula> {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed;
  const { expression, node } = parsed.value;
  const g = (z: number): number => dualAt(expression, z).value;
  if (!somewhere.some((z) => Number.isFinite(g(z))))
    return refused(
      `Expected a formula with a finite value for some z from ${FROM} to ${TO}, but found none.`,
    );
  const [multiplications, calls] = costOf(expression);
  return {
    ok: true,
    value: {
      text,
      g,
      slope: slopeOf(expression, node),
      tex: texOf(node, 'keep'),
      // A derivative has each part of g, and about one product more for each.
      costs: { g: [multiplications, calls], slope: [2 * multiplications + calls, 2 * calls] },
    },
  };
}
