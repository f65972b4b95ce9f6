import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { largest, smallest } from '../../src/core/math/extremes';
import { sources } from './sources';

/** Spreads into calls that can't grow with a tensor, and why. */
const bounded: Record<string, string> = {
  'src/core/activations/elementwise.ts: cost(...f.costs.g)': 'two numbers, by their type',
  'src/formats/formula/computing/dual.ts: known.value(...values)':
    'the arguments of one function in a formula',
  'src/formats/formula/computing/noise.ts: known.value(...values)': 'the same',
  'src/formats/formula/computing/noise.ts: known.value(...values.map((x, k) => (k === i ? x + by : x)))':
    'the same',
  'src/formats/formula/computing/value.ts: known.value(...values)': 'the same',
};

/** Whether a name is the rest parameter of a function around it: as many as somebody wrote in a call. */
function isRest(node: ts.Node, name: string): boolean {
  if (!node.parent) return false;
  const { parent } = node;
  const own = ts.isFunctionLike(parent)
    ? parent.parameters.some((each) => each.dotDotDotToken && each.name.getText() === name)
    : false;
  return own || isRest(parent, name);
}

/** Calls that are handed a list as if each of its items had been written out. */
function spreadsIn(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
    const spread = node.arguments?.some(
      (each) => ts.isSpreadElement(each) && !isRest(node, each.expression.getText()),
    );
    const applied =
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'apply' &&
      node.arguments?.length !== 1;
    if (spread || applied) found.push(node.getText().replaceAll(/\s+/g, ' '));
  };
  visit(ts.createSourceFile('source.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

describe('no list that could be a tensor is spread into a call', () => {
  it.each([
    'Math.max(...dW.data)',
    'Math.min(0, ...cells)',
    'pieces.push(...more)',
    'String.fromCharCode.apply(null, bytes)',
    'Reflect.apply(Math.max, null, cells)',
    'new Uint8Array(...sizes)',
  ])('%s would be found', (source) => {
    expect(spreadsIn(source)).toEqual([source]);
  });

  it.each(['const all = [...cells];', 'const f = (...args: number[]) => g(...args);', 'plan.apply(model)'])(
    '%s is none',
    (source) => {
      expect(spreadsIn(source)).toEqual([]);
    },
  );

  it('and none is in the sources', () => {
    const files = sources.toSorted();
    expect(files.length).toBeGreaterThan(200);
    const found = files.flatMap((file) =>
      spreadsIn(readFileSync(file, 'utf8')).map((call) => `${file}: ${call}`),
    );
    expect(found.filter((call) => !(call in bounded))).toEqual([]);
    expect(Object.keys(bounded).filter((call) => !found.includes(call))).toEqual([]);
  });
});

describe('the largest and the smallest', () => {
  const few = [3, -1, 7, 0];
  it.each([
    ['a few numbers', few],
    ['none', []],
    ['NaN among them', [1, Number.NaN, 2]],
    ['zeros of both signs', [-0, 0]],
    ['infinities', [Infinity, -Infinity]],
  ])('of %s are those of Math.max and Math.min', (_, values) => {
    expect(largest(values)).toBe(Math.max(...values));
    expect(smallest(values)).toBe(Math.min(...values));
  });

  it('of a million cells are found', () => {
    const cells = Float32Array.from({ length: 1_000_000 }, (_, k) => ((k * 7919) % 1_000_003) - 5);
    cells[765_432] = 2 ** 23;
    cells[123_456] = -(2 ** 23);
    expect([largest(cells), smallest(cells)]).toEqual([2 ** 23, -(2 ** 23)]);
  });
});
