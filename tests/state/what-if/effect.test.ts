import { beforeEach, describe, expect, it } from 'vitest';
import type { KeepRuleName } from '../../../src/core/model/keep-rules';
import { explain } from '../../../src/explain/cell-sum';
import { setActivation, setKeep } from '../../../src/state/choice/edits';
import { selectRunScales } from '../../../src/state/compared';
import { selectRuns } from '../../../src/state/runs';
import {
  selectMemoryLines,
  selectMoved,
  selectScales,
  selectTrace,
  selectUntouched,
} from '../../../src/state/selectors';
import { createStore } from '../../../src/state/store';
import { cachedCell } from '../../../src/state/what-if/cached-cell';
import { changeCell, makeUnrelated, putAllBack } from '../../../src/state/what-if/edits';
import { selectNotes } from '../../../src/state/what-if/notes';
import { readersInWords } from '../../../src/state/what-if/words';
import { outlineOf } from '../../core/pass/outline';

const store = createStore();

const initial = store.getInitialState();
const { edit } = initial;
const state = () => store.getState();
const moved = () => selectMoved(state()).map(({ tensor }) => tensor);
const words = (tensor: string) => readersInWords(tensor, selectTrace(state()), selectMoved(state()));

const Z1 = { tensor: 'Z1', row: 0, col: 0 };
const A1 = { ...Z1, tensor: 'A1' };

/** tanh in layer 1, under a keep rule. */
const tanhKeeping = (keep: KeepRuleName) => {
  edit(setActivation(1, 'tanh'));
  edit(setKeep(1, keep));
};

beforeEach(() => store.setState(initial, true));

describe('with tanh in layer 1', () => {
  it('NaN in Z[1] moves nothing while A is kept too', () => {
    tanhKeeping('ZA');
    edit(changeCell(Z1, Number.NaN));
    expect(moved()).toEqual([]);
    expect(words('Z1')).toBe('No step reads Z[1] out of a cache.');
  });

  it('NaN in Z[1] reaches dZ[1], dW[1] and db[1] under keep Z, and nothing of layer 2', () => {
    tanhKeeping('Z');
    edit(changeCell(Z1, Number.NaN));
    expect(moved()).toEqual(['dZ1', 'dW1', 'db1']);
    expect(words('Z1')).toBe('Z[1] is read for dZ[1].');
  });

  it('a changed cell of A[1] moves dZ of its own layer and dW of the next', () => {
    tanhKeeping('A');
    edit(changeCell(A1, 0.9));
    expect(moved()).toEqual(['dW2', 'dZ1', 'dW1', 'db1']);
    expect(words('A1')).toBe('A[1] is read for dW[2] and dZ[1]: one buffer, two slots.');
  });

  it('unrelated numbers in Z[1] pass code that reads A, and fail code that reads Z', () => {
    tanhKeeping('ZA');
    edit(makeUnrelated('Z1', 1));
    expect(moved()).toEqual([]);
    edit(setKeep(1, 'Z'));
    expect(moved()).toEqual(['dZ1', 'dW1', 'db1']);
  });

  it('NaN in every b moves nothing, until Z is computed again', () => {
    tanhKeeping('Z');
    for (const tensor of ['b1', 'b2', 'b3']) edit(changeCell({ ...Z1, tensor }, Number.NaN));
    expect(moved()).toEqual([]);
    edit(setKeep(1, 'none'));
    expect(moved()).toEqual(['Z1', 'dZ1', 'dW1', 'db1']);
    expect(words('b1')).toBe('b[1] is read for Z[1].');
  });

  it('a change of what no cache holds any more is none, and comes back with it', () => {
    tanhKeeping('Z');
    edit(changeCell(Z1, 5));
    edit(setKeep(1, 'A'));
    expect(moved()).toEqual([]);
    expect(words('Z1')).toBe('No cache holds Z[1] now, so nothing is changed.');
    edit(setKeep(1, 'Z'));
    expect(moved()).toEqual(['dZ1', 'dW1', 'db1']);
  });
});

describe('a tampered pass', () => {
  it('says of a change that nobody notices that it comes to the same numbers', () => {
    const Z = selectTrace(state()).buffers.get('Z1')!;
    const positive = Z.data.findIndex((z) => z > 0);
    const cell = { tensor: 'Z1', row: Math.floor(positive / Z.cols), col: positive % Z.cols };
    // relu reads the sign of Z alone.
    edit(changeCell(cell, Z.data[positive]! + 1));
    expect(words('Z1')).toBe('Z[1] is read for dZ[1], which comes to the same numbers.');
    edit(changeCell(cell, -1));
    expect(moved()).toEqual(['dZ1', 'dW1', 'db1']);
  });

  it('has the steps, scales and lines of bytes of the pass without changes', () => {
    const before = state();
    const was = [outlineOf(selectTrace(before).steps), selectScales.layer(before), selectMemoryLines(before)];
    edit(changeCell(Z1, 1e6));
    const after = state();
    expect([
      outlineOf(selectTrace(after).steps),
      selectScales.layer(after),
      selectMemoryLines(after),
    ]).toEqual(was);
  });

  it('keeps the colours of its lanes in the comparison', () => {
    const scales = () => selectRunScales.layer(state());
    const before = scales();
    edit(changeCell(Z1, 1e6));
    expect(scales()).toEqual(before);
  });

  it('has no change of what is computed again: a cell of it is none that can be changed', () => {
    edit(setKeep(1, 'none'));
    const trace = selectTrace(state());
    expect(cachedCell(Z1, trace)).toBeUndefined();
    expect(cachedCell({ ...Z1, tensor: 'A0' }, trace)).toMatchObject({ tensor: 'A0', row: 0, col: 0 });
    expect(cachedCell({ ...Z1, tensor: 'A0', row: 9 }, trace)).toBeUndefined();
    expect(cachedCell({ ...Z1, tensor: 'W99' }, trace)).toBeUndefined();
  });

  it('is the pass without changes once they are put back', () => {
    const before = selectTrace(state());
    edit(changeCell(Z1, 1e6));
    expect(selectTrace(state())).not.toBe(before);
    edit(putAllBack);
    expect(selectTrace(state())).toBe(selectUntouched(state()));
    expect(selectNotes(state())).toEqual(new Map());
  });

  it('marks both places of a buffer that was changed, and every gradient that moved', () => {
    tanhKeeping('A');
    edit(changeCell(A1, 0.9));
    expect([...selectNotes(state()).keys()]).toEqual([
      'cache:1.activation.A',
      'cache:2.linear.A_prev',
      'backward:dW2',
      'backward:dZ1',
      'backward:dW1',
      'backward:db1',
    ]);
  });

  it('explains what was computed by what it was computed from, and gradients by what stands in the caches', () => {
    tanhKeeping('A');
    edit(changeCell(A1, 0.9));
    const trace = selectTrace(state());
    const last = trace.steps.length;
    const Z2 = explain({ tensor: 'Z2', row: 0, col: 0 }, trace, last)!;
    expect(Z2.reckoning!.terms[0]![1]).toBe(selectUntouched(state()).buffers.get('A1')!.data[0]);
    const dW2 = explain({ tensor: 'dW2', row: 0, col: 0 }, trace, last)!;
    expect(dW2.reckoning!.terms[0]![1]).toBeCloseTo(0.9, 6);
    for (const { value, step, cell } of [Z2, dW2])
      expect(value).toBe(step!.writes.find(({ name }) => name === cell.tensor)!.matrix.data[0]);
  });

  it('is compared as it stands: the lane that reads what was changed differs, the other does not', () => {
    tanhKeeping('Z');
    edit(makeUnrelated('Z1', 1));
    const [keepZ, keepA] = selectRuns(state());
    const same = (run = keepZ!) => run.errors.filter((error) => !error.same).map(({ gradient }) => gradient);
    expect(same(keepZ)).toEqual(['dW1', 'db1']);
    expect(same(keepA)).toEqual([]);
    expect([...keepZ!.notes.keys()]).toEqual([
      'cache:1.activation.Z',
      'backward:dZ1',
      'backward:dW1',
      'backward:db1',
    ]);
    expect(keepA!.notes.size).toBe(0);
    edit(putAllBack);
    expect(same(selectRuns(state())[0])).toEqual([]);
  });
});
