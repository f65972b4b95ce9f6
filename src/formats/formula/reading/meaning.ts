import { type AssignmentNode, type MathNode, parse, type SymbolNode } from 'mathjs/number';
import { Flaw } from './flaw';
import type { Spelling } from './spellings';

const parameters = ['p', 'q', 'r'] as const;

/** What a function stands for, with these arguments. */
export function meaning(name: string, spelling: Spelling, args: readonly MathNode[]): MathNode {
  const { takes, named = {}, usual = [], without } = spelling;
  const given: Partial<Record<string, MathNode>> = {};
  args.forEach((arg, i) => {
    const isNamed = arg.type === 'AssignmentNode';
    const key = isNamed ? (arg as AssignmentNode).object.toString() : '';
    const parameter = isNamed ? (Object.hasOwn(named, key) ? named[key] : undefined) : parameters[i];
    const value = isNamed ? (arg as AssignmentNode).value : arg;
    if (!parameter || i >= takes[1])
      throw new Flaw(`${takes[1]} ${takes[1] === 1 ? 'argument' : 'arguments'} of ${name}`, arg.toString());
    if (value.toString() !== 'None') given[parameter] = value;
  });
  const missing = parameters.slice(0, takes[1]).filter((parameter) => !given[parameter]);
  const isShort = takes[1] - missing.length < takes[0];
  const [first] = missing;
  if (isShort || (first && usual.length === 0 && (!without || first === 'p')))
    throw new Flaw(
      `${takes[0]} ${takes[0] === 1 ? 'argument' : 'arguments'} of ${name}`,
      `${name}(${args.join(', ')})`,
      name,
    );
  for (const parameter of missing) {
    const text = usual[parameters.indexOf(parameter)];
    if (text !== undefined) given[parameter] = parse(text);
  }
  const means = without && first && first !== 'p' ? without[first] : spelling.means;
  return parse(means).transform(
    (node) => (node.type === 'SymbolNode' && given[(node as SymbolNode).name]) || node,
  );
}
