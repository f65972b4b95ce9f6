import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Matrix, map } from '../../../../src/core/math/matrix';
import type { KeepRuleName } from '../../../../src/core/model/keep-rules';
import type { Model } from '../../../../src/core/model/model';
import { isGradient } from '../../../../src/core/model/names';
import { record } from '../../../../src/core/pass/record';
import { type Slot, slotKey, type Trace } from '../../../../src/core/pass/trace';
import type { Tampering } from '../../../../src/core/pass/what-if/tamper';
import { anyNetwork, modelFrom } from '../../models';

const twoLayers = (keep: KeepRuleName): Model =>
  modelFrom({ inputs: 3, layers: [{ activation: 'tanh', units: 4, keep }, { activation: 'sigmoid' }] });

const at = (tensor: string, value: number, row = 0, col = 0) =>
  ({ tensor, row, col, value }) satisfies Tampering;

/** The gradients that a change of the caches moved, in the order in which they are written. */
function movedBy(model: Model, ...tampering: Tampering[]): string[] {
  const [after, before] = [record(model, undefined, tampering), record(model)];
  const gradients = before.steps.flatMap(({ writes }) => writes.map(({ name }) => name)).filter(isGradient);
  return gradients.filter((name) => cellsMoved(name, after, before).length > 0);
}

/** The numbers of the cells, in row-major order, that are not the same in two passes. */
function cellsMoved(name: string, after: Trace, before: Trace): number[] {
  const right = before.buffers.get(name)!.data;
  const moved = Array.from(after.buffers.get(name)!.data, (x, k) => !Object.is(x, right[k]));
  return moved.flatMap((is, k) => (is ? [k] : []));
}

/** The slots that hold something once the loss has saved A[L]. */
const slotsOf = ({ steps }: Trace): (Slot & { buffer: string })[] =>
  steps.flatMap(({ cache }) => cache).filter(({ kind }) => kind === 'save');

describe('a tampered cache', () => {
  it('leaves every gradient of tanh as it was where Z is NaN and A is kept too', () => {
    expect(movedBy(twoLayers('ZA'), at('Z1', Number.NaN))).toEqual([]);
  });

  it('lets NaN in Z[1] reach dZ[1], dW[1] and db[1], and nothing of layer 2, under keep Z', () => {
    expect(movedBy(twoLayers('Z'), at('Z1', Number.NaN))).toEqual(['dZ1', 'dW1', 'db1']);
  });

  it('lets NaN in b reach nothing while nothing is recomputed, in any network', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const trace = record(model);
        fc.pre(trace.steps.every(({ phase }) => phase !== 'recompute'));
        const poison = model.layers.map((_, i) => at(`b${i + 1}`, Number.NaN));
        expect(movedBy(model, ...poison)).toEqual([]);
      }),
    );
  });

  it('lets NaN in b reach dZ of its layer where Z is recomputed', () => {
    expect(movedBy(twoLayers('none'), at('b1', Number.NaN))).toEqual(['dZ1', 'dW1', 'db1']);
  });

  it('moves dZ of its own layer and dW of the next where a cell of A is changed: one buffer, two slots', () => {
    expect(movedBy(twoLayers('A'), at('A1', 0.9))).toEqual(['dW2', 'dZ1', 'dW1', 'db1']);
  });

  it('moves dW of the next layer only where its own layer does not read A', () => {
    expect(movedBy(twoLayers('Z'), at('A1', 0.9))).toEqual(['dW2']);
  });

  it('takes the slope of one changed cell of Z from its new value, and of no other cell', () => {
    const model = twoLayers('Z');
    const [before, after] = [record(model), record(model, undefined, [at('Z1', 3, 2, 1)])];
    const k = 2 * model.X.cols + 1;
    const slope = 1 - Math.tanh(3) ** 2;
    expect(cellsMoved('dZ1', after, before)).toEqual([k]);
    expect(after.buffers.get('dZ1')!.data[k]).toBeCloseTo(before.buffers.get('dA1')!.data[k]! * slope, 14);
  });

  it('stores of a bit whether it is 0, whatever it is set to', () => {
    const model = modelFrom({ layers: [{ activation: 'relu', keep: 'mask' }, { activation: 'sigmoid' }] });
    const set = [44, -1, 0.5, 0].map((value, col) => at('mask1', value, 0, col));
    const mask = record(model, undefined, set).buffers.get('mask1')!;
    expect(Array.from(mask.data.slice(0, 4))).toEqual([1, 1, 1, 0]);
  });

  it('changes every cell of a large tensor at once', () => {
    const m = 40_000;
    const model = modelFrom({ inputs: 1, layers: [{ activation: 'tanh', units: 1 }], m });
    const set = Array.from({ length: m }, (_, col) => at('Z1', col, 0, col));
    expect(Array.from(record(model, undefined, set).buffers.get('Z1')!.data)).toEqual(
      set.map(({ col }) => col),
    );
  });

  it('puts all numbers that are given into a tensor, as far as it has cells for them, bits as bits', () => {
    const model = twoLayers('Z');
    const { rows, cols } = record(model).buffers.get('Z1')!;
    const given = Array.from({ length: rows + 1 }, (_, i) =>
      Array.from({ length: cols + 1 }, (_, j) => i - j),
    );
    const { data } = record(model, undefined, [{ tensor: 'Z1', given }]).buffers.get('Z1')!;
    expect(Array.from(data)).toEqual(given.slice(0, rows).flatMap((row) => row.slice(0, cols)));
    const masked = modelFrom({ inputs: 2, layers: [{ activation: 'relu', units: 2, keep: 'mask' }], m: 3 });
    const { buffers } = record(masked, undefined, [{ tensor: 'mask1', given: [[5, 0]] }]);
    expect(Array.from(buffers.get('mask1')!.data.subarray(0, 2))).toEqual([1, 0]);
  });

  it('passes over what no cache holds and cells that are not there', () => {
    expect(movedBy(twoLayers('A'), at('Z1', 1), at('dZ1', 1))).toEqual([]);
    expect(movedBy(twoLayers('Z'), at('Z1', 1, 4), at('Z1', 1, 0, 5))).toEqual([]);
  });

  it('has the steps, and the numbers, of the pass where a cell is given the value it has', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const trace = record(model);
        const same = slotsOf(trace).map(({ buffer }) => at(buffer, trace.buffers.get(buffer)!.data[0]!));
        expect(record(model, undefined, same)).toEqual(trace);
      }),
    );
  });

  it('leaves the data and the parameters of its model, and the steps of the pass, alone', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const given = [model.X, model.Y, ...model.parameters.values()];
        const before = given.map((matrix: Matrix) => map(matrix, (x) => x));
        const untouched = record(model);
        const poison = slotsOf(untouched).map(({ buffer }) => at(buffer, Number.NaN));
        const { steps } = record(model, undefined, poison);
        expect(given).toEqual(before);
        expect(steps.map(({ cache }) => cache.map(slotKey))).toEqual(
          untouched.steps.map(({ cache }) => cache.map(slotKey)),
        );
      }),
    );
  });
});
