import type {
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  RelationalNode,
  SymbolNode,
} from 'mathjs/number';
import { functionOf, functions, isFunction } from '../computing/functions';
import { type ComparisonSign, type Condition, comparisons, type Expression } from '../expression';
import { Flaw } from './flaw';
import type { Variable } from './tokens';

const constants: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

const names = Object.keys(functions).join(', ');

const arithmetic = {
  add: 'sum',
  subtract: 'difference',
  multiply: 'product',
  divide: 'quotient',
} as const;

const signs: Readonly<Record<string, ComparisonSign>> = {
  smaller: '<',
  smallerEq: '<=',
  larger: '>',
  largerEq: '>=',
  equal: '==',
  unequal: '!=',
};

/** How a part of a tree is translated. */
type Inside = (node: MathNode) => Expression;

/** A tree of mathjs as an expression of ours. Throws a Flaw for all that is not on our list. */
export function translate(node: MathNode, variable: Variable = 'z'): Expression {
  const inside = (part: MathNode): Expression => translate(part, variable);
  switch (node.type) {
    case 'ParenthesisNode':
      return inside((node as ParenthesisNode).content);
    case 'ConstantNode':
      return numberOf(node as ConstantNode);
    case 'SymbolNode':
      return symbol((node as SymbolNode).name, variable);
    case 'OperatorNode':
      return operation(node as OperatorNode, inside);
    case 'FunctionNode':
      return call(node as FunctionNode, inside);
    case 'ConditionalNode': {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      return {
        kind: 'choice',
        when: conditionOf(condition, inside),
        args: [inside(trueExpr), inside(falseExpr)],
      };
    }
    case 'RelationalNode':
      throw new Flaw('a comparison only before a ?, as in z > 0 ? z : 0', node.toString());
    case 'AssignmentNode':
    case 'FunctionAssignmentNode':
      throw new Flaw('only what stands behind the =', node.toString(), '=');
    default:
      throw new Flaw('numbers, z, + − * / ^, comparisons before a ?, and functions', node.toString());
  }
}

function numberOf({ value }: ConstantNode): Expression {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Flaw('a finite number', String(value), String(value));
  return { kind: 'number', value };
}

/** Names of what a reader has to put a number for. */
const LETTER = /^(?:alpha|beta|gamma|lambda|slope|[α-ωΑ-Ω])$/;

function symbol(name: string, variable: Variable): Expression {
  if (name === 'z') return { kind: 'z' };
  const value = Object.hasOwn(constants, name) ? constants[name] : undefined;
  if (value === undefined)
    throw new Flaw(
      LETTER.test(name) ? `a number, such as 0.01, in place of ${name}` : `${variable}, pi or e`,
      name,
      name,
    );
  return { kind: 'number', value };
}

function operation({ fn, op, args }: OperatorNode, inside: Inside): Expression {
  if (fn === 'unaryMinus') return { kind: 'negative', args: [inside(args[0]!)] };
  if (fn === 'unaryPlus') return inside(args[0]!);
  if (fn === 'pow') return { kind: 'call', name: 'pow', args: args.map(inside) };
  if (Object.hasOwn(arithmetic, fn)) {
    const [first, ...others] = args.map(inside);
    const kind = arithmetic[fn as keyof typeof arithmetic];
    return others.reduce((a, b): Expression => ({ kind, args: [a, b] }), first!);
  }
  const isCondition = Object.hasOwn(signs, fn) || ['and', 'or', 'not'].includes(fn);
  if (fn === 'mod') throw new Flaw('z - 2 * floor(z / 2) for what is left of z', op, op);
  throw new Flaw(isCondition ? 'a comparison only before a ?, as in z > 0 ? z : 0' : '+ − * / or ^', op, op);
}

function call(node: FunctionNode, inside: Inside): Expression {
  const { fn, args } = node;
  const name = String(fn.name ?? fn);
  if (name === 'z') throw new Flaw('z * ( for a product', 'z(', name);
  if (name === 'softmax')
    throw new Flaw('a function of one cell (softmax, of a whole column, is in the list)', name, name);
  if (!isFunction(name)) throw new Flaw(`one of the functions ${names}`, name, name);
  const { arity } = functionOf(name);
  const fits = arity === 'many' ? args.length >= 2 : args.length === arity;
  if (!fits)
    throw new Flaw(
      `${arity === 'many' ? 'at least 2' : arity} ${arity === 1 ? 'argument' : 'arguments'} of ${name}`,
      node.toString(),
      name,
    );
  return { kind: 'call', name, args: args.map(inside) };
}

function conditionOf(node: MathNode, inside: Inside): Condition {
  if (node.type === 'ParenthesisNode') return conditionOf((node as ParenthesisNode).content, inside);
  if (node.type === 'RelationalNode') {
    const { conditionals, params } = node as RelationalNode;
    return conditionals
      .map((name, i): Condition => comparison(name, inside(params[i]!), inside(params[i + 1]!)))
      .reduce((a, b): Condition => ({ kind: 'and', args: [a, b] }));
  }
  if (node.type === 'OperatorNode') {
    const { fn, args } = node as OperatorNode;
    if (fn === 'and' || fn === 'or')
      return { kind: fn, args: [conditionOf(args[0]!, inside), conditionOf(args[1]!, inside)] };
    if (fn === 'not') return { kind: 'not', args: [conditionOf(args[0]!, inside)] };
    if (Object.hasOwn(signs, fn)) return comparison(fn, inside(args[0]!), inside(args[1]!));
  }
  throw new Flaw(`a comparison by ${Object.keys(comparisons).join(' ')} before the ?`, node.toString());
}

const comparison = (name: string, a: Expression, b: Expression): Condition => ({
  kind: 'comparison',
  sign: signs[name]!,
  args: [a, b],
});
