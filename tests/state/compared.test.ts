import { beforeEach, describe, expect, it } from 'vitest';
import { firstChoice } from '../../src/state/choice/choice';
import { setActivation } from '../../src/state/choice/edits';
import { compareMoves, selectRunFrames, selectWay } from '../../src/state/compared';
import { selectRuns } from '../../src/state/runs';
import { opening } from '../../src/state/shown/view';
import { createStore } from '../../src/state/store';

const store = createStore();
const moves = compareMoves(store);

const lanes = (...references: string[]) => store.getState().compare({ plans: references });

beforeEach(() => store.setState({ choice: firstChoice, position: 'start', ...opening }));

describe('the comparison', () => {
  it('takes all lanes along one step after the other, and the one that waits says so', () => {
    store.getState().edit(setActivation(1, 'silu'));
    lanes('Z', 'A');
    moves.move('last');
    moves.move('previous');
    moves.move('previous');
    moves.move('previous');
    const [z, a] = selectRunFrames(store.getState());
    expect(selectWay(store.getState()).index).toBe(17);
    expect(a!.frame.step).toMatchObject({ phase: 'recompute', layer: 1 });
    expect([z!.waiting, a!.waiting]).toEqual([true, false]);
  });

  it('leaves the runs of other lanes alone when one changes', () => {
    lanes('Z', 'A');
    const [z] = selectRuns(store.getState());
    lanes('Z', 'none');
    expect(selectRuns(store.getState())[0]).toBe(z);
  });

  it('lets go of a run whose lane is gone: each may hold hundreds of megabytes', () => {
    lanes('Z', 'A');
    const [, a] = selectRuns(store.getState());
    lanes('Z', 'none');
    selectRuns(store.getState());
    lanes('Z', 'A');
    expect(selectRuns(store.getState())[1]).not.toBe(a);
  });

  it('runs a rule once that stands in two lanes', () => {
    lanes('A', 'A');
    const [first, second] = selectRuns(store.getState());
    expect(first).toBe(second);
  });

  it('stays at the step when a lane changes', () => {
    moves.moveToStep(9);
    const { position } = store.getState();
    lanes('none', 'checkpoint-1', 'ZA');
    expect(store.getState().position).toBe(position);
    expect(selectRunFrames(store.getState()).map(({ frame }) => frame.step?.op)).toEqual([
      'activation',
      'activation',
      'activation',
    ]);
  });
});
