import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tensorOf } from '../../src/core/checks/distance';
import { cell, fromRows, largestMagnitude, type Matrix, toRows } from '../../src/core/math/matrix';
import { type KeepRuleName, keepRuleNames } from '../../src/core/model/keep-rules';
import { type OutputName, type RouteName, routeNames } from '../../src/core/model/model';
import { record } from '../../src/core/pass/record';
import { readModelFile } from '../../src/formats/model-file';
import { rowsOf } from '../../src/formats/rows-schema';
import { choiceOfFile } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';

const folder = `${import.meta.dirname}/../reference`;

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

const textOf = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');

function opened(name: string) {
  const read = readModelFile(textOf(name));
  if (!read.ok) throw new Error(read.sentence);
  return read.value;
}

/** How a pass goes: what each layer keeps and by which way it gets g′, and how the way back begins. */
interface Way {
  readonly keepOf: (l: number) => KeepRuleName;
  readonly route?: RouteName;
  readonly output?: OutputName;
}

/** The trace of a file that goes a way, by the way that the page goes when a file is opened. */
function passOf(file: ReturnType<typeof opened>, { keepOf, route, output = 'two_steps' }: Way) {
  const choice = choiceOfFile(file);
  const layers = choice.layers.map((layer, i) => ({ ...layer, keep: keepOf(i), route }));
  return record(modelOf({ ...choice, layers, output }));
}

/** The cells in which we are further from PyTorch than 1e-12 of the largest cell of its tensor. */
function differences(file: ReturnType<typeof opened>, way: Way): string[] {
  const trace = passOf(file, way);
  return Object.entries(file.expected!).flatMap(([name, value]) => {
    const expected = fromRows(rowsOf(value), 'float64');
    const found = tensorOf(trace, name);
    return found ? distantCells(name, found, expected) : [`${name} is missing`];
  });
}

function distantCells(name: string, found: Matrix, expected: Matrix): string[] {
  expect([found.rows, found.cols], name).toEqual([expected.rows, expected.cols]);
  const size = largestMagnitude(expected);
  return toRows(expected).flatMap((row, i) =>
    row.flatMap((y, j) => {
      const x = cell(found, i, j);
      const near = Math.abs(x - y) <= 1e-12 * size;
      return near ? [] : [`${name}[${i},${j}] is ${x}, but PyTorch has ${y}`];
    }),
  );
}

describe('the reference passes', () => {
  it('are some of them such that the way back can begin at once, by sigmoid and by softmax', () => {
    const begun = files.map((name) => passOf(opened(name), { keepOf: () => 'Z', output: 'fused' }));
    const fused = begun.filter(({ steps }) => steps.some(({ op }) => op === 'output'));
    const last = fused.map(({ model }) => model.layers.at(-1)!.activation);
    expect(new Set(last)).toEqual(new Set(['sigmoid', 'softmax']));
  });

  it('are fourteen, made by autograd in float64', () => {
    expect(files).toHaveLength(14);
    for (const name of files) {
      expect(JSON.parse(textOf(name)), name).toMatchObject({ made_by: 'torch 2.13.0+cpu autograd, float64' });
      expect(opened(name).precision, name).toBe('float64');
    }
  });

  it('expect every tensor of every layer, and dA0', () => {
    for (const name of files) {
      const { layers, expected } = opened(name);
      const tensors = layers.flatMap((_, i) =>
        ['Z', 'A', 'dA', 'dZ', 'dW', 'db'].map((kind) => `${kind}${i + 1}`),
      );
      expect(Object.keys(expected!).sort(), name).toEqual(['cost', 'dA0', ...tensors].sort());
    }
  });

  describe.each(files)('%s', (name) => {
    it.each(keepRuleNames)('agrees with PyTorch under the keep rule %s', (keep) => {
      expect(differences(opened(name), { keepOf: () => keep })).toEqual([]);
    });

    it.each(routeNames)('agrees with PyTorch where both Z and A are kept and the route is %s', (route) => {
      expect(differences(opened(name), { keepOf: () => 'ZA', route })).toEqual([]);
    });

    it('agrees with PyTorch where Z is computed again and the route is its stable form', () => {
      expect(differences(opened(name), { keepOf: () => 'none', route: 'Z_stable' })).toEqual([]);
    });

    it('agrees with PyTorch where the way back begins at once, if it can', () => {
      expect(differences(opened(name), { keepOf: () => 'Z', output: 'fused' })).toEqual([]);
    });

    it.each(keepRuleNames)('agrees with PyTorch when each layer has the next rule, from %s on', (rule) => {
      const first = keepRuleNames.indexOf(rule);
      const keepOf = (l: number) => keepRuleNames[(first + l) % keepRuleNames.length]!;
      expect(differences(opened(name), { keepOf })).toEqual([]);
    });
  });
});
