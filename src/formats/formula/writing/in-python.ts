import type { OwnExpressions, OwnInPython, PythonLibrary } from '../../../core/activations';
import { type FunctionName, functionOf, isPicking } from '../computing/functions';
import { valueAt } from '../computing/value';
import { type Condition, type Expression, exactly } from '../expression';
import { hasMoreParts } from '../parts';
import { depthOf } from '../reading/parse';
import { functionsInPython, importedAs } from './python-functions';

const signs = { sum: '+', difference: '-', product: '*', quotient: '/' } as const;

/** Which operations are done from left to right among each other. */
const rankOf = ({ kind }: Expression): 'sums' | 'products' | undefined =>
  kind === 'sum' || kind === 'difference'
    ? 'sums'
    : kind === 'product' || kind === 'quotient'
      ? 'products'
      : undefined;

const dependsOnZ = (expression: Expression): boolean =>
  expression.kind === 'z' ||
  ('args' in expression && expression.args.some(dependsOnZ)) ||
  (expression.kind === 'choice' && conditionDepends(expression.when));

const conditionDepends = (condition: Condition): boolean =>
  condition.kind === 'comparison' ? condition.args.some(dependsOnZ) : condition.args.some(conditionDepends);

/** Whether a formula neither jumps nor bends: no comparison, and no function that picks or breaks. */
const isSmooth = (expression: Expression): boolean => {
  if (expression.kind === 'choice') return false;
  if (expression.kind === 'call') {
    const known = functionOf(expression.name);
    if (isPicking(known) || known.bends) return false;
  }
  return !('args' in expression) || expression.args.every(isSmooth);
};

/** A number as Python has it. */
function number(value: number): string {
  if (Number.isNaN(value)) return 'float("nan")';
  if (!Number.isFinite(value)) return value > 0 ? 'float("inf")' : '(-float("inf"))';
  return value < 0 || Object.is(value, -0) ? `(${Object.is(value, -0) ? '-0.0' : value})` : String(value);
}

/** A formula as an expression of Python in the variable Z, or A. What depends on no variable is a number. */
function written(expression: Expression, variable: 'Z' | 'A', library: PythonLibrary): string {
  const inside = (part: Expression): string => written(part, variable, library);
  if (!dependsOnZ(expression)) return number(valueAt(expression, exactly(0)));
  switch (expression.kind) {
    case 'z':
      return variable;
    case 'negative':
      return `(-${inside(expression.args[0])})`;
    case 'choice':
      return `${importedAs[library]}.where(${when(expression.when, inside)}, ${expression.args.map(inside).join(', ')})`;
    case 'call':
      return called(expression.name, expression.args.map(inside), library);
    case 'number':
      return number(expression.value);
    default: {
      const [left, right] = expression.args;
      // What stands left of its kin is done first without parentheses too, of which Python takes no more than 200 in one.
      const first = rankOf(left) === rankOf(expression) ? bare(inside(left)) : inside(left);
      return `(${first} ${signs[expression.kind]} ${inside(right)})`;
    }
  }
}

function called(name: FunctionName, args: readonly string[], library: PythonLibrary): string {
  const text = functionsInPython[name][library];
  const of = (x: string, y = ''): string => text.replace(/\b[xy]\b/g, (letter) => (letter === 'x' ? x : y));
  return isPicking(functionOf(name)) ? args.reduce((a, b) => of(a, b)) : of(args[0]!, args[1]);
}

function when(condition: Condition, inside: (part: Expression) => string): string {
  switch (condition.kind) {
    case 'comparison':
      return `(${inside(condition.args[0])} ${condition.sign} ${inside(condition.args[1])})`;
    case 'not':
      return `(~${when(condition.args[0], inside)})`;
    default:
      return `(${condition.args.map((part) => when(part, inside)).join(condition.kind === 'and' ? ' & ' : ' | ')})`;
  }
}

/** The parentheses that stand around all of a text say nothing there. */
function bare(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  for (let i = 0; i < text.length - 1; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')') depth--;
    if (depth === 0) return text;
  }
  return text.slice(1, -1);
}

/** The most parts of a slope that is written: what has more, nobody reads, and Python's parser may not either. */
const MOST_PARTS = 2000;

const isEndless = (tree: Expression): boolean =>
  hasMoreParts(tree, MOST_PARTS, (part) => ('args' in part ? part.args : []));

/** How deep parentheses may go, with room for what stands around a formula. */
const DEEPEST = 80;

/** What a formula's slope is in an expression, where there is one. */
export interface SlopeTrees {
  readonly ofZ: Expression | undefined;
  readonly ofA?: Expression | undefined;
  /** Whether it is somebody's own, which nobody else's differentiation has. */
  readonly isGiven: boolean;
}

/**
 * A formula with its slope in Python; undefined where it jumps or bends, since at such a point other programs may have
 * the slope of the other side, and where its slope is no expression, or nothing depends on z.
 */
export function inPython(g: Expression, { ofZ, ofA, isGiven }: SlopeTrees): OwnInPython | undefined {
  if (!ofZ || !isSmooth(g) || !dependsOnZ(g) || isEndless(ofZ)) return undefined;
  const text = written(g, 'Z', 'numpy');
  if (depthOf(text) > DEEPEST || depthOf(written(ofZ, 'Z', 'numpy')) > DEEPEST) return undefined;
  const inLibrary = (library: PythonLibrary): OwnExpressions => ({
    g: bare(written(g, 'Z', library)),
    slopes: {
      Z: bare(written(ofZ, 'Z', library)),
      ...(ofA && { A: bare(written(ofA, 'A', library)) }),
    },
  });
  return { numpy: inLibrary('numpy'), torch: inLibrary('torch'), jax: inLibrary('jax'), isGiven };
}
