import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../../src/core/model/model';
import { frameAt } from '../../../../src/core/pass/frames/frame';
import { record } from '../../../../src/core/pass/record';
import type { Trace } from '../../../../src/core/pass/trace';
import { lessons } from '../../../../src/lessons';
import type { Focus } from '../../../../src/lessons/focus';
import { courseNetwork } from '../../../../src/lessons/network';
import { modelOf } from '../../../../src/state/choice/model-of';
import { readable } from '../../../../src/view/stage/layout/fit';
import { focusedGeometry, keysInFocus } from '../../../../src/view/stage/layout/focused';
import type { Geometry } from '../../../../src/view/stage/layout/geometry';
import { stageFit } from '../../../../src/view/stage/layout/stage-fit';
import { anyNetwork } from '../../../core/models';
import { play } from '../../../lessons/student';
import { numRuns } from '../../../seed';

const course = record(modelOf(courseNetwork));

const placesOf = (trace: Trace) => frameAt(trace, 0).places;

const keysOf = (trace: Trace, focus: Focus) => keysInFocus(placesOf(trace), trace.model.layers.length, focus);

/** What a cell of a place takes. */
function cellAt(trace: Trace, { boxes }: Geometry, key: string) {
  const { width, height } = boxes.get(key)!;
  const { rows, cols } = placesOf(trace).get(key)!.value.matrix;
  return { width: width / cols, height: height / rows };
}

const focuses = fc.oneof(
  fc.record({ layer: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ lane: fc.constantFrom('forward' as const, 'cache' as const, 'backward' as const) }),
  fc.record({ tensor: fc.constantFrom('Z1', 'A1', 'dZ1', 'W1') }),
);

const rooms = fc.record({
  width: fc.integer({ min: 300, max: 1800 }),
  height: fc.integer({ min: 250, max: 1200 }),
});

describe('what is in the middle', () => {
  it('is everything of a layer, the input with the first', () => {
    const keys = keysOf(course, { layer: 1 });
    expect(keys).toContain('forward:A0');
    expect(keys).toContain('cache:1.linear.A_prev');
    expect([...keys].some((key) => key.includes('2'))).toBe(false);
  });

  it('is a tensor with its slots, in whatever layer they are', () => {
    expect([...keysOf(course, { tensor: 'A1' })].sort()).toEqual(['cache:2.linear.A_prev', 'forward:A1']);
  });

  it('is where layer and lane meet', () => {
    const keys = keysOf(course, { layer: 3, lane: 'cache' });
    expect([...keys].every((key) => key.startsWith('cache:3.'))).toBe(true);
    expect(keys.size).toBe(5);
  });
});

describe('the stage with something in the middle', () => {
  it('shows the whole network in its room, with numbers in the middle and nothing larger around it', () => {
    let inPlace = 0;
    fc.assert(
      fc.property(anyNetwork, focuses, rooms, (model, focus, room) => {
        const trace = record(model);
        const middle = keysOf(trace, focus);
        const geometry = focusedGeometry(placesOf(trace), sizesOf(model), room, focus);
        if (!geometry) return;
        inPlace++;
        expect(geometry.width).toBeLessThanOrEqual(room.width);
        expect(geometry.height).toBeLessThanOrEqual(room.height);
        for (const key of middle) {
          const { width, height } = cellAt(trace, geometry, key);
          // A cell is never narrower than a line, and so a little wider where there is but one.
          expect(width, key).toBeGreaterThanOrEqual(readable.width - 1e-9);
          expect(height, key).toBeGreaterThanOrEqual(readable.height - 1e-9);
          for (const other of geometry.boxes.keys()) {
            const aside = cellAt(trace, geometry, other);
            expect(aside.width, other).toBeLessThanOrEqual(width + 1e-9);
            expect(aside.height, other).toBeLessThanOrEqual(height + 1e-9);
          }
        }
      }),
    );
    expect(inPlace).toBeGreaterThan(numRuns / 5);
  });

  it('keeps each example one column from the input on down', () => {
    const geometry = focusedGeometry(
      placesOf(course),
      sizesOf(course.model),
      { width: 1080, height: 730 },
      { layer: 2 },
    )!;
    const [z, a, kept, dz] = ['forward:Z2', 'forward:A2', 'cache:2.activation.Z', 'backward:dZ2'].map(
      (key) => geometry.boxes.get(key)!,
    );
    for (const other of [a, kept, dz]) expect([other!.x, other!.width]).toEqual([z!.x, z!.width]);
  });

  it('has room for the numbers of any layer of the course’s network on a small desk', () => {
    const room = { width: 754, height: 642 };
    for (const layer of [1, 2, 3])
      expect(focusedGeometry(placesOf(course), sizesOf(course.model), room, { layer })).toBeDefined();
  });

  it('is something in every scene of the lessons that has a focus, and is shown with its numbers', () => {
    for (const [name, lesson] of Object.entries(lessons))
      for (const { beat, seen } of play(lesson)) {
        const focus = beat.scene?.focus;
        if (!focus) continue;
        const places = placesOf(seen.trace);
        const middle = keysOf(seen.trace, focus);
        expect(middle.size, `${name}: ${JSON.stringify(focus)} names nothing`).toBeGreaterThan(0);
        const room = { width: 1080, height: 730, narrow: false, focus };
        const sizes = sizesOf(seen.trace.model);
        const { geometry, overview } = stageFit(places, sizes, room, focusedGeometry);
        expect(overview, `${name} ${beat.says}`).toBe(false);
        for (const key of middle)
          expect(cellAt(seen.trace, geometry, key).width, `${name} ${key}`).toBeGreaterThanOrEqual(
            readable.width,
          );
      }
  });
});
