import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tensorOf } from '../../src/core/checks/tensor-of';
import { fromRows, largestMagnitude, type Matrix } from '../../src/core/math/matrix';
import { keepRuleNames } from '../../src/core/model/keep-rules';
import { type Layer, type Model, withLayers } from '../../src/core/model/model';
import { toFloat64 } from '../../src/core/model/to-float64';
import { record } from '../../src/core/pass/record';
import { readModelFile } from '../../src/formats/model/model-file';
import type { ModelFile } from '../../src/formats/model/model-file-schema';
import { rowsOf } from '../../src/formats/model/rows-schema';
import { choiceOfFile } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';

function opened(name: string): { file: ModelFile; model: Model } {
  const read = readModelFile(readFileSync(`${import.meta.dirname}/files/${name}.json`, 'utf8'));
  if (!read.ok) throw new Error(read.sentence);
  return { file: read.value, model: modelOf(choiceOfFile(read.value)) };
}

const L = (model: Model): number => model.layers.length;
const pass = (model: Model, change: Partial<Layer>) => record(withLayers(model, () => change)).buffers;
const fused = (model: Model) => record({ ...model, output: 'fused' });
const dZ = (buffers: ReadonlyMap<string, Matrix>, l: number) => Array.from(buffers.get(`dZ${l}`)!.data);

/** A unit in the last place of 1: what A and Y, which are subtracted or divided by each other's rest, are rounded to. */
const unitOf = ({ precision }: Model): number => (precision === 'float32' ? 2 ** -23 : 2 ** -52);

const saturated = [
  'bce-sat-float32',
  'bce-sat-float64',
  '15-pixels-float32',
  '15-bce-float32-Z',
  '15-bce-float32-A',
  '15-bce-float64-Z',
  '15-bce-float64-A',
  '15-fused-float32',
  '15-fused-float64',
  '15-right-and-sure',
];

const ways: readonly Partial<Layer>[] = [
  ...keepRuleNames.map((keep) => ({ keep })),
  { keep: 'ZA', route: 'A' },
  { keep: 'ZA', route: 'Z' },
];

describe.each(saturated)('a saturated sigmoid under binary cross entropy: %s', (name) => {
  const { model } = opened(name);
  const truth = dZ(fused(toFloat64(model)).buffers, L(model));
  const A = Array.from(record(model).buffers.get(`A${L(model)}`)!.data);
  const Y = Array.from(model.Y.data);
  /** Whether the loss divides by what A rounded to 0: then ∞ · 0 is no number. */
  const isBeyond = (j: number) => (Y[j] === 0 ? A[j] === 1 : A[j] === 0);

  it.each(ways)('has the true dZ wherever A is not the very opposite of its label: $keep $route', (way) => {
    dZ(pass(model, way), L(model)).forEach((found, j) => {
      if (isBeyond(j)) expect(found, `cell ${j}`).toBeNaN();
      else expect(Math.abs(found - truth[j]!), `cell ${j}`).toBeLessThanOrEqual(4 * unitOf(model));
    });
  });

  it('has the true dZ everywhere at once', () => {
    dZ(fused(model).buffers, L(model)).forEach((found, j) => {
      expect(Math.abs(found - truth[j]!), `cell ${j}`).toBeLessThanOrEqual(unitOf(model));
    });
  });
});

describe('the stable form at a saturated output', () => {
  it.each([
    ['15-pixels-float32', 2, 0.9174],
    ['bce-sat-float32', 7, 0.6946],
    ['bce-sat-float64', 5, 1.0446],
  ])('is exact where 1/(1 − A) is not, so that dZ is off: %s', (name, j, stable) => {
    const { model } = opened(name);
    expect(dZ(pass(model, { keep: 'Z', route: 'Z_stable' }), 1)[j]).toBeCloseTo(stable, 4);
    for (const way of ways) expect(dZ(pass(model, way), 1)[j]).toBeCloseTo(1, 6);
  });
});

describe('what is expected of a way back that begins at once', () => {
  it.each(['15-large-init-fused', '15-fused-float64'])(
    'is there, in proportion to each tensor: %s',
    (name) => {
      const { file, model } = opened(name);
      const trace = fused(model);
      for (const [tensor, value] of Object.entries(file.expected!)) {
        const right = fromRows(rowsOf(value), 'float64');
        const found = tensorOf(trace, tensor)!;
        const size = largestMagnitude(right);
        right.data.forEach((y, k) => {
          expect(Math.abs(found.data[k]! - y), `${tensor} ${k}`).toBeLessThanOrEqual(1e-12 * size);
        });
      }
    },
  );

  it('has no dA[L], and leaves what the last layer kept unread', () => {
    const { model } = opened('15-large-init-fused');
    const { buffers, steps } = fused(model);
    expect(buffers.has('dA3')).toBe(false);
    const events = steps
      .flatMap(({ cache }) => cache)
      .filter(({ layer, slot }) => layer === 3 && slot === 'Z');
    expect(events.map(({ kind }) => kind)).toEqual(['save', 'free']);
  });
});

describe('NaN in dA', () => {
  it.each(['27-nan-relu', '27-relu'])('stops at a cell that relu closed, under every rule: %s', (name) => {
    const { model } = opened(name);
    for (const precision of [model, { ...model, precision: 'float32' as const }])
      for (const keep of keepRuleNames) {
        const buffers = pass(precision, { keep });
        expect(buffers.get('dA1')!.data.every(Number.isNaN)).toBe(true);
        expect(dZ(buffers, 1), keep).toEqual([Number.NaN, 0]);
      }
  });
});
