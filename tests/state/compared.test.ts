import { beforeEach, describe, expect, it } from 'vitest';
import { firstChoice } from '../../src/state/choice/choice';
import { setActivation } from '../../src/state/choice/edits';
import { compareMoves, selectLaneFrames, selectRuns, selectWay } from '../../src/state/compared';
import { useStore } from '../../src/state/store';
import { opening } from '../../src/state/view';

const lanes = (...references: string[]) => useStore.getState().compare({ lanes: references });

beforeEach(() => useStore.setState({ choice: firstChoice, position: 'start', ...opening }));

describe('the comparison', () => {
  it('takes all lanes along one step after the other, and the one that waits says so', () => {
    useStore.getState().edit(setActivation(1, 'silu'));
    lanes('Z', 'A');
    compareMoves.move('last');
    compareMoves.move('previous');
    compareMoves.move('previous');
    compareMoves.move('previous');
    const [z, a] = selectLaneFrames(useStore.getState());
    expect(selectWay(useStore.getState()).index).toBe(17);
    expect(a!.frame.step).toMatchObject({ phase: 'recompute', layer: 1 });
    expect([z!.waiting, a!.waiting]).toEqual([true, false]);
  });

  it('leaves the runs of other lanes alone when one changes', () => {
    lanes('Z', 'A');
    const [z] = selectRuns(useStore.getState());
    lanes('Z', 'none');
    expect(selectRuns(useStore.getState())[0]).toBe(z);
  });

  it('lets go of a run whose lane is gone: each may hold hundreds of megabytes', () => {
    lanes('Z', 'A');
    const [, a] = selectRuns(useStore.getState());
    lanes('Z', 'none');
    selectRuns(useStore.getState());
    lanes('Z', 'A');
    expect(selectRuns(useStore.getState())[1]).not.toBe(a);
  });

  it('runs a rule once that stands in two lanes', () => {
    lanes('A', 'A');
    const [first, second] = selectRuns(useStore.getState());
    expect(first).toBe(second);
  });

  it('stays at the step when a lane changes', () => {
    compareMoves.moveToStep(9);
    const { position } = useStore.getState();
    lanes('none', 'checkpoint-1', 'ZA');
    expect(useStore.getState().position).toBe(position);
    expect(selectLaneFrames(useStore.getState()).map(({ frame }) => frame.step?.op)).toEqual([
      'activation',
      'activation',
      'activation',
    ]);
  });
});
