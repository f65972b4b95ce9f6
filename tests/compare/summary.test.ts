import { describe, expect, it } from 'vitest';
import { planOf } from '../../src/compare/plans';
import { difference, summarize } from '../../src/compare/summary';
import { fromRows } from '../../src/core/math/matrix';
import { cachedBytes } from '../../src/core/model/model';
import { frameAt } from '../../src/core/pass/frames/frame';
import { record } from '../../src/core/pass/record';
import { slotKey } from '../../src/core/pass/trace';
import { type Choice, firstChoice } from '../../src/state/choice/choice';
import { setActivation } from '../../src/state/choice/edits';
import { modelOf } from '../../src/state/choice/model-of';

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
    expect(summarize(trace)).toMatchObject({ misses: 1, recomputed: 1 });
    expect(summarize(trace).unread.map(slotKey)).toEqual(['1.activation.A', '2.linear.b', '3.linear.b']);
    // A[1] is A_prev of layer 2 as well, which reads it there.
    expect(summarize(trace).unreadBytes).toBe(0);
    const reads = trace.steps.flatMap(({ cache }) => cache).filter(({ kind }) => kind === 'read');
    expect(reads.some(({ layer, slot }) => layer === 1 && slot === 'b')).toBe(true);
  });
});

describe('what is kept and never read', () => {
  it.each(['Z', 'A', 'ZA', 'mask', 'none', 'least', 'checkpoint-1', 'checkpoint-2'])(
    'is under %s what the last frame marks so, and its bytes are those of buffers that no slot gives',
    (reference) => {
      for (const activation of ['relu', 'silu', 'linear'] as const) {
        const trace = runOf(setActivation(1, activation)(firstChoice), reference);
        const cached = Array.from(frameAt(trace, trace.steps.length).places.values()).filter(
          ({ lane }) => lane === 'cache',
        );
        const marked = cached.filter(({ state }) => state === 'unread');
        const { unread, unreadBytes } = summarize(trace);
        expect(unread.map(slotKey).sort()).toEqual(marked.map(({ slot }) => slotKey(slot!)).sort());
        const read = cached.filter(({ state }) => state !== 'unread').map(({ tensor }) => tensor);
        const wasted = new Set(marked.map(({ tensor }) => tensor).filter((tensor) => !read.includes(tensor)));
        const bytes = Array.from(wasted, (tensor) => cachedBytes(tensor, trace.model));
        expect(unreadBytes).toBe(bytes.reduce((sum, n) => sum + n, 0));
      }
    },
  );
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
