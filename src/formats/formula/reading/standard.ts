import {
  type AccessorNode,
  type ArrayNode,
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  type MathNode,
  OperatorNode,
  ParenthesisNode,
  RelationalNode,
  type SymbolNode,
} from 'mathjs/number';
import { isFunction } from '../computing/functions';
import { Flaw } from './flaw';
import { meaning } from './meaning';
import { isSpelling, spellings } from './spellings';

/** How many parts a formula may have once what it calls is written out: as many as it may have characters. */
const MOST_PARTS = 500;

const comparisons = ['smaller', 'smallerEq', 'larger', 'largerEq', 'equal', 'unequal'];

/** MATLAB's operations cell by cell, which all of ours are. */
const plain: Readonly<Record<string, readonly ['*' | '/' | '^', 'multiply' | 'divide' | 'pow']>> = {
  dotMultiply: ['*', 'multiply'],
  dotDivide: ['/', 'divide'],
  dotPow: ['^', 'pow'],
};

const isOperator = (node: MathNode): node is OperatorNode => node.type === 'OperatorNode';

/** What is inside parentheses. */
const bare = (node: MathNode): MathNode =>
  node.type === 'ParenthesisNode' ? bare((node as ParenthesisNode).content) : node;

/** Whether a part is true or false. */
export function isCondition(node: MathNode): boolean {
  const part = bare(node);
  if (part.type === 'RelationalNode') return true;
  return isOperator(part) && [...comparisons, 'and', 'or', 'not'].includes(part.fn);
}

/**
 * The tree of a formula with all that is written otherwise in the spelling that is differentiated and set in TeX: other
 * names of functions, functions that stand for a formula, calls behind a dot, and a comparison in place of a number,
 * which is 1 or 0. Each part is looked at once, however often it then stands in the result.
 */
export function standard(root: MathNode): MathNode {
  const known = new Map<MathNode, MathNode>();
  const numeric = (node: MathNode): MathNode => {
    const found = known.get(node) ?? written(node);
    known.set(node, found);
    return found;
  };
  const written = (node: MathNode): MathNode => {
    if (isCondition(node))
      return new ConditionalNode(condition(node), new ConstantNode(1), new ConstantNode(0));
    switch (node.type) {
      case 'ParenthesisNode':
        return new ParenthesisNode(numeric((node as ParenthesisNode).content));
      case 'OperatorNode': {
        const { op, fn, args, implicit } = node as OperatorNode;
        const [sign, name] = (Object.hasOwn(plain, fn) && plain[fn]) || [op, fn];
        return new OperatorNode(sign as '*', name as 'multiply', args.map(numeric), implicit);
      }
      case 'ConditionalNode': {
        const { condition: when, trueExpr, falseExpr } = node as ConditionalNode;
        return new ConditionalNode(condition(when), numeric(trueExpr), numeric(falseExpr));
      }
      case 'ArrayNode': {
        // Iverson's bracket, [z > 0].
        const { items } = node as ArrayNode;
        return items.length === 1 && isCondition(items[0]!) ? numeric(items[0]!) : node;
      }
      case 'FunctionNode':
        return called(node as FunctionNode);
      default:
        return node;
    }
  };
  const condition = (node: MathNode): MathNode => {
    const part = bare(node);
    if (part.type === 'RelationalNode') {
      const { conditionals, params } = part as RelationalNode;
      return new RelationalNode(conditionals, params.map(numeric));
    }
    if (!isOperator(part) || !isCondition(part)) return node;
    const side = comparisons.includes(part.fn) ? numeric : condition;
    return new OperatorNode(part.op, part.fn, part.args.map(side));
  };
  const called = (node: FunctionNode): MathNode => {
    const { name, args } = callOf(node);
    if (!isSpelling(name)) return isFunction(name) ? new FunctionNode(name, args.map(numeric)) : node;
    const means = meaning(name, spellings[name]!, args);
    const found = numeric(means.type === 'FunctionNode' ? means : new ParenthesisNode(means));
    if (partsOf(found) > MOST_PARTS)
      throw new Flaw(`at most ${MOST_PARTS} parts once ${name} is written out`, 'more', name);
    return found;
  };
  return isCondition(root) ? root : bare(numeric(root));
}

/** The name and the arguments of a call; of z.exp(), which is exp(z), too. */
function callOf(node: FunctionNode): { name: string; args: MathNode[] } {
  const fn = node.fn as unknown as SymbolNode | AccessorNode;
  if (fn.type === 'SymbolNode') return { name: (fn as SymbolNode).name, args: node.args };
  const { object, name } = fn as AccessorNode;
  if (fn.type === 'AccessorNode' && ['astype', 'to'].includes(name)) return { name: 'float', args: [object] };
  if (fn.type !== 'AccessorNode' || !(isFunction(name) || isSpelling(name)))
    throw new Flaw('the names of functions before parentheses', node.toString());
  return { name, args: [object, ...node.args] };
}

/** How many parts a tree has, those that stand in it several times counted each time. */
function partsOf(root: MathNode): number {
  const known = new Map<MathNode, number>();
  const count = (node: MathNode): number => {
    const found = known.get(node);
    if (found !== undefined) return found;
    let sum = 1;
    node.forEach((child) => {
      sum += count(child);
    });
    known.set(node, sum);
    return sum;
  };
  return count(root);
}
