import { describe, expect, it } from 'vitest';
import { alignedBytes } from '../../src/compare/memory';
import { keepRuleNames } from '../../src/core/model/keep-rules';
import { record } from '../../src/core/pass/record';
import { sameStep } from '../../src/core/pass/trace';
import { firstChoice } from '../../src/state/choice/choice';
import { setAllKeeps, setKeep } from '../../src/state/choice/edits';
import { modelOf } from '../../src/state/choice/model-of';

const passOf = (edit = setAllKeeps('Z')) => record(modelOf(edit(firstChoice)));
const bytesOf = ({ steps }: ReturnType<typeof passOf>) => [0, ...steps.map((step) => step.cacheBytes)];

describe('bytes laid along another run', () => {
  it('are its own along itself', () => {
    for (const rule of keepRuleNames) {
      const trace = passOf(setAllKeeps(rule));
      expect(alignedBytes(trace, trace.steps)).toEqual(bytesOf(trace));
    }
  });

  it('have a recomputation that the run does not have at the step that asked for it, at its highest', () => {
    const [kept, none] = [passOf(), passOf(setAllKeeps('none'))];
    const aligned = alignedBytes(kept, none.steps);
    expect(aligned).toHaveLength(kept.steps.length + 1);
    const backward = none.steps.findIndex((step) => step.phase === 'backward' && step.op === 'activation');
    expect(none.steps[backward - 1]!.phase).toBe('recompute');
    expect(none.steps[backward - 1]!.cacheBytes).toBeGreaterThan(none.steps[backward]!.cacheBytes);
    const asking = kept.steps.find((step) => sameStep(step, none.steps[backward]!))!;
    expect(aligned[asking.index]).toBe(none.steps[backward - 1]!.cacheBytes);
    expect(Math.max(...aligned)).toBe(none.cacheBytes.peak);
  });

  it('stay level at a recomputation that only the run has', () => {
    const trace = passOf(setKeep(3, 'none'));
    const aligned = alignedBytes(trace, passOf().steps);
    const at = trace.steps.find((step) => step.phase === 'recompute')!.index;
    expect(aligned[at]).toBe(aligned[at - 1]);
    expect(aligned).toHaveLength(trace.steps.length + 1);
  });

  it('end where the other run ends: with nothing held', () => {
    for (const rule of keepRuleNames)
      for (const other of keepRuleNames)
        expect(alignedBytes(passOf(setAllKeeps(rule)), passOf(setAllKeeps(other)).steps).at(-1)).toBe(0);
  });
});
