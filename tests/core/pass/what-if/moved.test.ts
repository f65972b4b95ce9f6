import { describe, expect, it } from 'vitest';
import { fromRows } from '../../../../src/core/math/matrix';
import { record } from '../../../../src/core/pass/record';
import type { Trace } from '../../../../src/core/pass/trace';
import { movedTensors } from '../../../../src/core/pass/what-if/moved';
import { modelFrom } from '../../models';

const before = record(modelFrom({ layers: [{ activation: 'tanh' }, { activation: 'sigmoid' }], m: 3 }));

const withCells = (cells: Record<string, readonly (readonly number[])[]>): Trace => ({
  ...before,
  buffers: new Map([
    ...before.buffers,
    ...Object.entries(cells).map(([name, rows]) => [name, fromRows(rows, 'float64')] as const),
  ]),
});

/** The step that writes a gradient. */
const stepOf = (name: string) =>
  before.steps.find(({ writes }) => writes.some((value) => value.name === name))!.index;

describe('what moved', () => {
  it('is nothing between a run and itself', () => {
    expect(movedTensors(before, before)).toEqual([]);
  });

  it('comes in the order of the way back, with how many cells moved, and by how much at most', () => {
    const [db1, db2] = [before.buffers.get('db1')!.data, before.buffers.get('db2')!.data];
    const after = withCells({ db1: [[db1[0]!], [db1[1]! - 2]], db2: [[db2[0]! + 0.5], [db2[1]! + 4]] });
    expect(movedTensors(after, before)).toEqual([
      { tensor: 'db2', cells: 2, by: 4, since: stepOf('db2') },
      { tensor: 'db1', cells: 1, by: 2, since: stepOf('db1') },
    ]);
  });

  it('has moved to NaN where one of its cells has', () => {
    const db1 = before.buffers.get('db1')!.data;
    const [moved] = movedTensors(withCells({ db1: [[db1[0]! + 1], [Number.NaN]] }), before);
    expect(moved).toEqual({ tensor: 'db1', cells: 2, by: Number.NaN, since: stepOf('db1') });
  });

  it('is what is computed again, too, from the step that does it', () => {
    const model = modelFrom({ layers: [{ activation: 'tanh', keep: 'none' }, { activation: 'sigmoid' }] });
    const after = record(model, undefined, [{ tensor: 'b1', row: 0, col: 0, value: 9 }]);
    const [Z1] = movedTensors(after, record(model));
    const again = after.steps.find(({ phase }) => phase === 'recompute')!;
    expect(Z1).toMatchObject({ tensor: 'Z1', cells: 5, since: again.index });
  });

  it('is of the way back alone: what was computed on the way forward is none', () => {
    expect(movedTensors(withCells({ Z1: [[9, 9, 9]] }), before)).toEqual([]);
  });
});
