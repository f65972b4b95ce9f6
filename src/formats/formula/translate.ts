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
import { type ComparisonSign, type Condition, comparisons, type Expression } from './expression';
import { functionOf, functions, isFunction } from './functions';

/** What in a formula is not understood. */
export class Flaw extends Error {
  constructor(
    readonly expected: string,
    readonly found: string,
    /** The text to look for in the formula, to point at it. */
    readonly token: string | undefined = undefined,
  ) {
    super(expected);
  }
}

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

/** A tree of mathjs as an expression of ours. Throws a Flaw for all that is not on our list. */
export function translate(node: MathNode): Expression {
  switch (node.type) {
    case 'ParenthesisNode':
      return translate((node as ParenthesisNode).content);
    case 'ConstantNode':
      return numberOf(node as ConstantNode);
    case 'SymbolNode':
      return symbol((node as SymbolNode).name);
    case 'OperatorNode':
      return operation(node as OperatorNode);
    case 'FunctionNode':
      return call(node as FunctionNode);
    case 'ConditionalNode': {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      return {
        kind: 'choice',
        when: conditionOf(condition),
        args: [translate(trueExpr), translate(falseExpr)],
      };
    }
    case 'RelationalNode':
      throw new Flaw('a comparison only before a ?, as in z > 0 ? z : 0', node.toString());
    default:
      throw new Flaw('numbers, z, + − * / ^, comparisons before a ?, and functions', node.toString());
  }
}

function numberOf({ value }: ConstantNode): Expression {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Flaw('a finite number', String(value), String(value));
  return { kind: 'number', value };
}

function symbol(name: string): Expression {
  if (name === 'z') return { kind: 'z' };
  const value = Object.hasOwn(constants, name) ? constants[name] : undefined;
  if (value === undefined) throw new Flaw('z, pi or e', name, name);
  return { kind: 'number', value };
}

function operation({ fn, op, args }: OperatorNode): Expression {
  if (fn === 'unaryMinus') return { kind: 'negative', args: [translate(args[0]!)] };
  if (fn === 'unaryPlus') return translate(args[0]!);
  if (fn === 'pow') return { kind: 'call', name: 'pow', args: args.map(translate) };
  if (Object.hasOwn(arithmetic, fn)) {
    const [first, ...others] = args.map(translate);
    const kind = arithmetic[fn as keyof typeof arithmetic];
    return others.reduce((a, b): Expression => ({ kind, args: [a, b] }), first!);
  }
  const isCondition = Object.hasOwn(signs, fn) || ['and', 'or', 'not'].includes(fn);
  throw new Flaw(isCondition ? 'a comparison only before a ?, as in z > 0 ? z : 0' : '+ − * / or ^', op, op);
}

function call(node: FunctionNode): Expression {
  const { fn, args } = node;
  const name = String(fn.name ?? fn);
  if (!isFunction(name)) throw new Flaw(`one of the functions ${names}`, name, name);
  const { arity } = functionOf(name);
  const fits = arity === 'many' ? args.length >= 2 : args.length === arity;
  if (!fits)
    throw new Flaw(
      `${arity === 'many' ? 'at least 2' : arity} ${arity === 1 ? 'argument' : 'arguments'} of ${name}`,
      node.toString(),
      name,
    );
  return { kind: 'call', name, args: args.map(translate) };
}

function conditionOf(node: MathNode): Condition {
  if (node.type === 'ParenthesisNode') return conditionOf((node as ParenthesisNode).content);
  if (node.type === 'RelationalNode') {
    const { conditionals, params } = node as RelationalNode;
    return conditionals
      .map((name, i): Condition => comparison(name, params[i]!, params[i + 1]!))
      .reduce((a, b): Condition => ({ kind: 'and', args: [a, b] }));
  }
  if (node.type === 'OperatorNode') {
    const { fn, args } = node as OperatorNode;
    if (fn === 'and' || fn === 'or')
      return { kind: fn, args: [conditionOf(args[0]!), conditionOf(args[1]!)] };
    if (fn === 'not') return { kind: 'not', args: [conditionOf(args[0]!)] };
    if (Object.hasOwn(signs, fn)) return comparison(fn, args[0]!, args[1]!);
  }
  throw new Flaw(`a comparison by ${Object.keys(comparisons).join(' ')} before the ?`, node.toString());
}

function comparison(name: string, a: MathNode, b: MathNode): Condition {
  return { kind: 'comparison', sign: signs[name]!, args: [translate(a), translate(b)] };
}
