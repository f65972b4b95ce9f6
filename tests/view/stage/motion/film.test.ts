import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../../src/core/model/model';
import { frameAt } from '../../../../src/core/pass/frames/frame';
import { record } from '../../../../src/core/pass/record';
import type { Trace } from '../../../../src/core/pass/trace';
import { firstChoice } from '../../../../src/state/choice/choice';
import { setAllKeeps } from '../../../../src/state/choice/edits';
import { modelOf } from '../../../../src/state/choice/model-of';
import { stageGeometry } from '../../../../src/view/stage/layout/fit';
import { filmOf } from '../../../../src/view/stage/motion/film';
import { anyNetwork } from '../../../core/models';

const room = { width: 1400, height: 900, fit: 'network' as const, numbers: false };
const geometryOf = (trace: Trace) => stageGeometry(frameAt(trace, 0).places, sizesOf(trace.model), room);

const keeping = (keep: 'Z' | 'A' | 'none') => record(modelOf(setAllKeeps(keep)(firstChoice)));

const filmAt = (trace: Trace, index: number) => filmOf(frameAt(trace, index), geometryOf(trace));

const flightsAt = (trace: Trace, index: number) => filmAt(trace, index).flights.map(({ key }) => key);

describe('what moves on the stage as a step is done', () => {
  it('is what is saved, from where it was computed into its slot', () => {
    const trace = keeping('Z');
    const [flight] = filmAt(trace, 2).flights;
    expect(flight).toEqual({
      key: 'cache:1.activation.Z',
      from: geometryOf(trace).boxes.get('forward:Z1'),
    });
    expect(flightsAt(trace, 1)).toEqual(['cache:1.linear.A_prev', 'cache:1.linear.W', 'cache:1.linear.b']);
  });

  it('is one buffer into both of its slots, as soon as it stands in two', () => {
    const trace = keeping('A');
    expect(flightsAt(trace, 2)).toEqual(['cache:1.activation.A']);
    expect(flightsAt(trace, 3)).toEqual(
      expect.arrayContaining(['cache:1.activation.A', 'cache:2.linear.A_prev']),
    );
  });

  it('is the line from the slot that is read, and its result', () => {
    expect(filmAt(keeping('Z'), 17)).toEqual({
      flights: [],
      reads: ['cache:1.activation.Z'],
      fills: ['backward:dZ1'],
    });
  });

  it('is the slot itself where what it missed is computed again', () => {
    const trace = keeping('none');
    const { index } = trace.steps.find(({ phase }) => phase === 'recompute')!;
    expect(filmAt(trace, index).fills).toContain('cache:3.activation.Z');
    expect(filmAt(trace, index).flights).toEqual([]);
  });

  it('is on the stage, and is what the step did, in whatever network', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const trace = record(model);
        const { boxes } = geometryOf(trace);
        for (const step of trace.steps) {
          const frame = frameAt(trace, step.index);
          const { flights, reads, fills } = filmOf(frame, { ...geometryOf(trace) });
          for (const key of [...flights.map((flight) => flight.key), ...reads, ...fills]) {
            expect(boxes.has(key), key).toBe(true);
            expect(frame.places.get(key)!.state).not.toBe('empty');
          }
          const saved = step.cache.filter(({ kind }) => kind === 'save').map(({ buffer }) => buffer);
          for (const { key } of flights) expect(saved).toContain(frame.places.get(key)!.tensor);
        }
      }),
      { numRuns: 30 },
    );
  });
});
