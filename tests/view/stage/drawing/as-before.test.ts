import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedWith } from '../../../../src/compare/sharing';
import { sizesOf, withLayers } from '../../../../src/core/model/model';
import { frameAt } from '../../../../src/core/pass/frames/frame';
import { record } from '../../../../src/core/pass/record';
import type { Trace } from '../../../../src/core/pass/trace';
import { scalesOf } from '../../../../src/state/scales';
import { createAsBefore } from '../../../../src/view/stage/drawing/as-before';
import { byColumn } from '../../../../src/view/stage/drawing/by-column';
import { drawingOf } from '../../../../src/view/stage/drawing/drawing';
import type { Thing } from '../../../../src/view/stage/drawing/thing';
import { stageGeometry } from '../../../../src/view/stage/layout/fit';
import { anyNetwork } from '../../../core/models';

const room = { width: 1400, height: 900, fit: 'network' as const, numbers: false };

/** The stage at the end of a pass. */
function drawn(trace: Trace) {
  const frame = frameAt(trace, trace.steps.length);
  const geometry = stageGeometry(frameAt(trace, 0).places, sizesOf(trace.model), room);
  const things = drawingOf({ trace, frame, scales: scalesOf([trace]), geometry, notes: new Map() });
  return { things, geometry };
}

const keyOf = ({ part, key }: Thing) => `${part} ${key}`;

describe('what a picture was drawn of before', () => {
  it('is given again for another pass of the same numbers, whole', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const asBefore = createAsBefore();
        // What is computed again has a matrix of its own in a first pass, and from then on that of its like.
        const first = record(model, undefined, [], sharedWith([record(model)]));
        const before = asBefore(drawn(first).things);
        const again = asBefore(drawn(record(model, undefined, [], sharedWith([first]))).things);
        expect(again).toHaveLength(before.length);
        const others = again.filter((thing, i) => thing !== before[i]);
        expect(others.map(keyOf)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('is never given for what looks different', () => {
    fc.assert(
      fc.property(anyNetwork, fc.constantFrom('A', 'none', 'ZA'), (model, keep) => {
        const asBefore = createAsBefore();
        const first = record(model);
        asBefore(drawn(first).things);
        const other = record(
          withLayers(model, () => ({ keep })),
          undefined,
          [],
          sharedWith([first]),
        );
        const { things } = drawn(other);
        const given = asBefore(things);
        expect(given.map(keyOf)).toEqual(things.map(keyOf));
        expect(given).toEqual(things);
      }),
      { numRuns: 20 },
    );
  });

  it('stands in one column each, or in the whole picture', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const { things, geometry } = drawn(record(model));
        const columns = byColumn(things, geometry);
        const inColumns = [...columns.values()].flat();
        const whole = things.filter(({ part }) => ['lane', 'ring', 'reads'].includes(part));
        expect(inColumns.length + whole.length).toBe(things.length);
        for (const { layer, x, width } of geometry.columns)
          for (const thing of columns.get(layer)!) {
            const box = thing.part === 'badge' ? geometry.boxes.get(thing.key)! : thing.box;
            expect(box.x).toBeGreaterThanOrEqual(x);
            expect(box.x + box.width).toBeLessThanOrEqual(x + width);
          }
      }),
      { numRuns: 20 },
    );
  });
});
