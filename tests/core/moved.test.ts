import { describe, expect, it } from 'vitest';
import { fromRows } from '../../src/core/matrix';
import { movedGradients } from '../../src/core/moved';
import { record } from '../../src/core/record';
import type { Trace } from '../../src/core/trace';
import { modelFrom } from './models';

const before = record(modelFrom({ layers: [{ activation: 'tanh' }, { activation: 'sigmoid' }], m: 3 }));

const withCells = (cells: Record<string, readonly (readonly number[])[]>): Trace => ({
  ...before,
  buffers: new Map([
    ...before.buffers,
    ...Object.entries(cells).map(([name, rows]) => [name, fromRows(rows, 'float64')] as const),
  ]),
});

describe('the gradients that moved', () => {
  it('are none between a run and itself', () => {
    expect(movedGradients(before, before)).toEqual([]);
  });

  it('come in the order of the way back, with the cells that moved and by how much at most', () => {
    const [db1, db2] = [before.buffers.get('db1')!.data, before.buffers.get('db2')!.data];
    const after = withCells({ db1: [[db1[0]!], [db1[1]! - 2]], db2: [[db2[0]! + 0.5], [db2[1]! + 4]] });
    expect(movedGradients(after, before)).toEqual([
      { gradient: 'db2', cells: [0, 1], by: 4 },
      { gradient: 'db1', cells: [1], by: 2 },
    ]);
  });

  it('have moved to NaN where one of their cells has', () => {
    const db1 = before.buffers.get('db1')!.data;
    const [moved] = movedGradients(withCells({ db1: [[db1[0]! + 1], [Number.NaN]] }), before);
    expect(moved).toEqual({ gradient: 'db1', cells: [0, 1], by: Number.NaN });
  });

  it('are gradients alone: what was computed on the way forward is none', () => {
    expect(movedGradients(withCells({ Z1: [[9, 9, 9]] }), before)).toEqual([]);
  });
});
