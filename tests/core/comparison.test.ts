import { describe, expect, it } from 'vitest';
import { difference, summarize } from '../../src/core/comparison';
import { fromRows } from '../../src/core/matrix';
import { record } from '../../src/core/pass/record';
import { modelOf } from '../../src/state/build';
import { type Choice, firstChoice } from '../../src/state/choice';
import { setActivation } from '../../src/state/edits';
import { planOf } from '../../src/state/plans';

const runOf = (choice: Choice, reference: string) => record(planOf(reference).apply(modelOf(choice)));

describe('keep Z against keep A on what the page opens on', () => {
  it('hold 512 and 256 bytes and miss nothing', () => {
    const [z, a] = ['Z', 'A'].map((reference) => summarize(runOf(firstChoice, reference)));
    expect([z!.afterForward, a!.afterForward]).toEqual([512, 256]);
    expect([z!.misses, a!.misses]).toEqual([0, 0]);
    expect([z!.callers, a!.callers]).toEqual([64, 64]);
  });

  it('differ with silu in layer 1: keep A computes Z again and reads b', () => {
    const trace = runOf(setActivation(1, 'silu')(firstChoice), 'A');
    expect(summarize(trace)).toMatchObject({ misses: 1, recomputed: 1, unread: ['A1'] });
    const reads = trace.steps.flatMap(({ cache }) => cache).filter(({ kind }) => kind === 'read');
    expect(reads.some(({ layer, slot }) => layer === 1 && slot === 'b')).toBe(true);
  });
});

describe('differences', () => {
  it('are taken cell by cell in float64', () => {
    const a = fromRows([[1, 2]], 'float32');
    const b = fromRows([[0.5, 2]], 'float32');
    expect(difference(a, b)).toEqual(fromRows([[0.5, 0]], 'float64'));
  });

  it('of equal infinities are 0, and NaN against a number is NaN', () => {
    const a = fromRows([[Infinity, Number.NaN]], 'float64');
    const b = fromRows([[Infinity, 1]], 'float64');
    expect(Array.from(difference(a, b).data)).toEqual([0, Number.NaN]);
  });
});
