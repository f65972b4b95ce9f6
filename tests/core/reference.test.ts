import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sumsOf } from '../../src/core/checks/sums';
import { tensorOf } from '../../src/core/checks/tensor-of';
import { cell, fromRows, largestMagnitude, type Matrix, toRows } from '../../src/core/math/matrix';
import { type KeepRuleName, keepRuleNames } from '../../src/core/model/keep-rules';
import { type OutputName, outputNames, type RouteName, routeNames } from '../../src/core/model/model';
import { parseName } from '../../src/core/model/names';
import {
  type BatchNormRuleName,
  batchNormRuleNames,
  type DropoutRuleName,
  dropoutRuleNames,
} from '../../src/core/model/regularisation';
import { record } from '../../src/core/pass/record';
import { readModelFile } from '../../src/formats/model/model-file';
import { rowsOf } from '../../src/formats/model/rows-schema';
import { choiceOfFile } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';
import { covering } from '../extent';

const folder = `${import.meta.dirname}/../reference`;

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

const textOf = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');

function opened(name: string) {
  const read = readModelFile(textOf(name));
  if (!read.ok) throw new Error(read.sentence);
  return read.value;
}

/** How a pass goes: what each layer keeps and by which way it gets g′, how the way back begins, and what is run again. */
interface Way {
  readonly keepOf: (l: number) => KeepRuleName;
  readonly batchNorm?: BatchNormRuleName;
  readonly dropout?: DropoutRuleName;
  readonly route?: RouteName;
  readonly output?: OutputName;
  readonly checkpoint?: number;
}

/** The trace of a file that goes a way, by the way that the page goes when a file is opened. */
function passOf(file: ReturnType<typeof opened>, way: Way) {
  const { keepOf, route, output = 'two_steps', batchNorm = 'normalised', dropout = 'mask', checkpoint } = way;
  const choice = choiceOfFile(file);
  const layers = choice.layers.map((layer, i) => ({
    ...layer,
    keep: keepOf(i),
    route,
    ...(layer.batch_norm && { batch_norm: { ...layer.batch_norm, keep: batchNorm } }),
    ...(layer.dropout && { dropout: { ...layer.dropout, keep: dropout } }),
  }));
  return record({ ...modelOf({ ...choice, layers, output }), ...(checkpoint && { checkpoint }) });
}

/**
 * The cells in which we are further from PyTorch than 1e-12 of the largest cell of its tensor. What batch norm gives back,
 * and what is made of that, is a difference of which little may be left: it is held against what it sums.
 */
function differences(file: ReturnType<typeof opened>, way: Way): string[] {
  const trace = passOf(file, way);
  return Object.entries(file.expected!).flatMap(([name, value]) => {
    const expected = fromRows(rowsOf(value), 'float64');
    const found = tensorOf(trace, name);
    const { layer, kind } = parseName(name);
    const isDifference = isSummed(kind) && trace.model.layers[layer - 1]?.batch_norm;
    const terms = isDifference ? sumsOf(trace).get(name)!.terms : expected;
    return found ? distantCells(name, found, expected, largestMagnitude(terms)) : [`${name} is missing`];
  });
}

/** Whether a tensor is what batch norm gives back, or is made of that in its layer. */
const isSummed = (kind: string): boolean => kind === 'dZ' || kind === 'dW' || kind === 'db';

function distantCells(name: string, found: Matrix, expected: Matrix, size: number): string[] {
  expect([found.rows, found.cols], name).toEqual([expected.rows, expected.cols]);
  return toRows(expected).flatMap((row, i) =>
    row.flatMap((y, j) => {
      const x = cell(found, i, j);
      const near = Math.abs(x - y) <= 1e-12 * size;
      return near ? [] : [`${name}[${i},${j}] is ${x}, but PyTorch has ${y}`];
    }),
  );
}

/** The rules of batch norm and dropout that make a difference to a file: one of each where it has none. */
function rulesIn(name: string) {
  const { layers } = opened(name);
  return {
    batchNorms: layers.some(({ batch_norm }) => batch_norm) ? batchNormRuleNames : (['normalised'] as const),
    dropouts: layers.some(({ dropout }) => dropout) ? dropoutRuleNames : (['mask'] as const),
  };
}

describe('the reference passes', () => {
  it('are some of them such that the way back can begin at once, by sigmoid and by softmax', () => {
    const begun = files.map((name) => passOf(opened(name), { keepOf: () => 'Z', output: 'fused' }));
    const fused = begun.filter(({ steps }) => steps.some(({ op }) => op === 'output'));
    const last = fused.map(({ model }) => model.layers.at(-1)!.activation);
    expect(new Set(last)).toEqual(new Set(['sigmoid', 'softmax']));
  });

  it('are twenty, made by autograd in float64', () => {
    expect(files).toHaveLength(20);
    for (const name of files) {
      expect(JSON.parse(textOf(name)), name).toMatchObject({
        made_by: expect.stringMatching(/^torch \S+ autograd, float64$/),
      });
      expect(opened(name).precision, name).toBe('float64');
    }
  });

  it('expect every tensor of every layer, and dA0', () => {
    for (const name of files) {
      const { layers, expected } = opened(name);
      const tensors = layers.flatMap(({ batch_norm, dropout }, i) =>
        [
          ...['Z', 'A', 'dA', 'dZ', 'dW', 'db'],
          ...(batch_norm ? ['Znorm', 'Ztilde', 'dZtilde', 'dZnorm', 'dgamma', 'dbeta'] : []),
          ...(dropout ? ['Adrop', 'dAdrop'] : []),
        ].map((kind) => `${kind}${i + 1}`),
      );
      expect(Object.keys(expected!).sort(), name).toEqual(['cost', 'dA0', ...tensors].sort());
    }
  });

  describe.each(files)('%s', (name) => {
    it.each(keepRuleNames)('agrees with PyTorch under the keep rule %s', (keep) => {
      expect(differences(opened(name), { keepOf: () => keep })).toEqual([]);
    });

    const { batchNorms, dropouts } = rulesIn(name);
    it.each(batchNorms)(
      'agrees with PyTorch where batch norm, if any, keeps %s, under all other rules',
      (batchNorm) => {
        const ways = keepRuleNames.flatMap((keep) =>
          dropouts.flatMap((dropout) =>
            [0, 1, 2].flatMap((checkpoint) =>
              outputNames.map((output) => [keep, dropout, checkpoint, output] as const),
            ),
          ),
        );
        const from = files.indexOf(name);
        for (const [keep, dropout, checkpoint, output] of covering(ways, (way) => way, from)) {
          const way = { keepOf: () => keep, batchNorm, dropout, output, checkpoint };
          expect(differences(opened(name), way), `${keep} ${dropout} ${checkpoint} ${output}`).toEqual([]);
        }
      },
    );

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
