import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tensorOf } from '../../src/core/check';
import { type KeepRuleName, keepRuleNames } from '../../src/core/keep-rules';
import { cell, fromRows, type Matrix, toRows } from '../../src/core/matrix';
import { record } from '../../src/core/record';
import { readModelFile } from '../../src/formats/model-file';
import { rowsOf } from '../../src/formats/rows-schema';
import { modelOf } from '../../src/state/build';
import { choiceOfFile } from '../../src/state/choice';

const folder = `${import.meta.dirname}/../reference`;

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

const textOf = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');

function opened(name: string) {
  const read = readModelFile(textOf(name));
  if (!read.ok) throw new Error(read.sentence);
  return read.value;
}

/** The trace of a file with a keep rule for each layer, by the way that the page goes when a file is opened. */
function passOf(file: ReturnType<typeof opened>, keepOf: (l: number) => KeepRuleName) {
  const choice = choiceOfFile(file);
  const layers = choice.layers.map((layer, i) => ({ ...layer, keep: keepOf(i) }));
  return record(modelOf({ ...choice, layers }));
}

/** The cells in which we are further from PyTorch than 1e-12: relative, or absolute where its number is below 1. */
function differences(file: ReturnType<typeof opened>, keepOf: (l: number) => KeepRuleName): string[] {
  const trace = passOf(file, keepOf);
  return Object.entries(file.expected!).flatMap(([name, value]) => {
    const expected = fromRows(rowsOf(value), 'float64');
    const found = tensorOf(trace, name);
    return found ? distantCells(name, found, expected) : [`${name} is missing`];
  });
}

function distantCells(name: string, found: Matrix, expected: Matrix): string[] {
  expect([found.rows, found.cols], name).toEqual([expected.rows, expected.cols]);
  return toRows(expected).flatMap((row, i) =>
    row.flatMap((y, j) => {
      const x = cell(found, i, j);
      const near = Math.abs(x - y) <= 1e-12 * Math.max(1, Math.abs(y));
      return near ? [] : [`${name}[${i},${j}] is ${x}, but PyTorch has ${y}`];
    }),
  );
}

describe('the reference passes', () => {
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
      expect(differences(opened(name), () => keep)).toEqual([]);
    });

    it.each(keepRuleNames)('agrees with PyTorch when each layer has the next rule, from %s on', (rule) => {
      const first = keepRuleNames.indexOf(rule);
      const keepOf = (l: number) => keepRuleNames[(first + l) % keepRuleNames.length]!;
      expect(differences(opened(name), keepOf)).toEqual([]);
    });
  });
});
