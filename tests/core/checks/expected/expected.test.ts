import { describe, expect, it } from 'vitest';
import { compareExpected, type Expected, toleranceOf } from '../../../../src/core/checks/expected/expected';
import { tensorOf } from '../../../../src/core/checks/tensor-of';
import { firstWriter } from '../../../../src/core/checks/wrong-cell';
import { fromRows, map } from '../../../../src/core/math/matrix';
import { record } from '../../../../src/core/pass/record';
import { modelFrom } from '../../models';

const trace = record(
  modelFrom({
    layers: [
      { activation: 'tanh', units: 4 },
      { activation: 'sigmoid', units: 1 },
    ],
  }),
);

/** What a pass has itself, with one cell of some tensors changed. */
const expecting = (names: readonly string[], changes: Readonly<Record<string, number>> = {}): Expected =>
  new Map(
    names.map((name) => {
      const matrix = map(tensorOf(trace, name)!, (x) => x);
      matrix.data[0]! += changes[name] ?? 0;
      return [name, matrix];
    }),
  );

describe('what a file expects', () => {
  it('is there, dA[0] and the cost too', () => {
    const report = compareExpected(trace, expecting(['Z1', 'dW2', 'dA0', 'cost']));
    expect(report).toEqual({ tensors: 4, error: 0, wrongCells: [] });
  });

  it('may be off by what others round otherwise, and no more', () => {
    const tolerance = toleranceOf('float64');
    const z = Math.abs(trace.buffers.get('Z1')!.data[0]!);
    expect(compareExpected(trace, expecting(['Z1'], { Z1: 0.5 * tolerance * z })).wrongCells).toEqual([]);
    expect(compareExpected(trace, expecting(['Z1'], { Z1: 2 * tolerance * z })).wrongCells).toHaveLength(1);
  });

  it('that is off is found at the first step, in whatever order the file has it', () => {
    const { wrongCells, error } = compareExpected(
      trace,
      expecting(['dW1', 'dA0', 'dZ2', 'Z1'], { dW1: 0.5, dZ2: 0.25, dA0: 1 }),
    );
    const { data } = trace.buffers.get('dZ2')!;
    expect(wrongCells.map(({ tensor }) => tensor)).toEqual(['dZ2', 'dA0', 'dW1']);
    expect(wrongCells[0]).toEqual({ tensor: 'dZ2', row: 0, col: 0, found: data[0], right: data[0]! + 0.25 });
    expect(error).toBeGreaterThan(0.4);
  });

  it('that is off in dZ[1] is off there, not in dA[0], which is made of it', () => {
    const { wrongCells } = compareExpected(trace, expecting(['dA0', 'dZ1'], { dA0: 1, dZ1: 1 }));
    expect(wrongCells[0]).toMatchObject({ tensor: 'dZ1' });
  });

  it('of the way forward is there as it was computed, though a cache was changed by hand; the way back is not', () => {
    const changed = record(trace.model, undefined, [{ tensor: 'Z1', row: 0, col: 0, value: 3 }]);
    expect(compareExpected(changed, expecting(['Z1', 'A1'])).wrongCells).toEqual([]);
    expect(compareExpected(changed, expecting(['Z1', 'dZ1'])).wrongCells[0]).toMatchObject({ tensor: 'dZ1' });
  });

  it('of NaN is met by NaN alone', () => {
    const { wrongCells, error } = compareExpected(trace, expecting(['Z1'], { Z1: Number.NaN }));
    expect(wrongCells[0]).toMatchObject({ tensor: 'Z1', right: Number.NaN });
    expect(error).toBeNaN();
  });

  it('in another shape, or of a layer that is not there, is a misfit', () => {
    const other = fromRows([[1]], 'float64');
    expect(compareExpected(trace, new Map([['Z1', other]])).misfits).toMatchObject([{ tensor: 'Z1' }]);
    expect(compareExpected(trace, new Map([['dW3', other]])).misfits).toMatchObject([{ tensor: 'dW3' }]);
  });
});

it('dA[0], which no step writes, is looked for where dZ[1] is written', () => {
  expect(firstWriter('dA0', trace)).toMatchObject({ op: 'activation', phase: 'backward', layer: 1 });
  expect(firstWriter('A0', trace)).toBeUndefined();
});
