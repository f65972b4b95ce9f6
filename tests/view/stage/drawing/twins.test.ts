import { describe, expect, it } from 'vitest';
import { planOf } from '../../../../src/compare/plans';
import { type Frame, frameAt } from '../../../../src/core/pass/frames/frame';
import { record } from '../../../../src/core/pass/record';
import { firstChoice } from '../../../../src/state/choice/choice';
import { modelOf } from '../../../../src/state/choice/model-of';
import { bufferNote, twinsOf } from '../../../../src/view/stage/drawing/twins';

const runOf = (reference: string) => record(planOf(reference).apply(modelOf(firstChoice)));

/** The pairs as they are called on paper: `A1 in activation 1 and linear 2`. */
const named = (frame: Frame): string[] =>
  twinsOf(frame).map((keys) => {
    const places = keys.map((key) => frame.places.get(key)!);
    return `${places[0]!.tensor}: ${places
      .map(({ slot, layer }) => `${slot!.cache}.${slot!.slot} of ${layer}`)
      .sort()
      .join(' = ')}`;
  });

describe('twins', () => {
  it('are A in an activation_cache and A_prev in the next linear_cache, and the last A and the loss’s', () => {
    const trace = runOf('A');
    expect(named(frameAt(trace, 7))).toEqual([
      'A1: activation.A of 1 = linear.A_prev of 2',
      'A2: activation.A of 2 = linear.A_prev of 3',
      'A3: activation.A of 3 = loss.A of 3',
    ]);
  });

  it('are none before the second slot is filled, and none once one of them is freed', () => {
    const trace = runOf('A');
    expect(named(frameAt(trace, 2))).toEqual([]);
    expect(named(frameAt(trace, 3))).toEqual(['A1: activation.A of 1 = linear.A_prev of 2']);
    expect(named(frameAt(trace, trace.steps.length))).toEqual([]);
  });

  it('are none where Z is kept', () => {
    const trace = runOf('Z');
    for (let step = 0; step <= trace.steps.length; step++) expect(twinsOf(frameAt(trace, step))).toEqual([]);
  });
});

describe('what is said of a buffer that is pointed at', () => {
  const { places } = frameAt(runOf('A'), 7);
  const place = (cache: string, slot: string, layer: number) =>
    Array.from(places.values()).find(
      (candidate) =>
        candidate.slot?.cache === cache && candidate.slot.slot === slot && candidate.layer === layer,
    )!;

  it('is that it is counted once, where it has two names', () => {
    expect(bufferNote(place('activation', 'A', 1), true)).toBe('One buffer, two names: counted once.');
    expect(bufferNote(place('activation', 'A', 1), false)).toBeUndefined();
  });

  it('is whose A it is in a linear_cache', () => {
    expect(bufferNote(place('linear', 'A_prev', 2), true)).toBe(
      'The A in this layer’s linear_cache is the previous layer’s. One buffer, two names: counted once.',
    );
    expect(bufferNote(place('linear', 'A_prev', 1), false)).toBe(
      'The A in this linear_cache is X, the caller’s.',
    );
  });

  it('is nothing of W and b', () => {
    expect(bufferNote(place('linear', 'W', 2), false)).toBeUndefined();
  });
});
