import { range } from 'd3-array';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sizesOf } from '../../../../src/core/model/model';
import { frameAt } from '../../../../src/core/pass/frames/frame';
import { record } from '../../../../src/core/pass/record';
import type { Trace } from '../../../../src/core/pass/trace';
import { firstChoice } from '../../../../src/state/choice/choice';
import { modelOf } from '../../../../src/state/choice/model-of';
import { runGeometries } from '../../../../src/view/compare/runs/run-geometry';
import { firstFitting } from '../../../../src/view/stage/layout/first-fitting';
import { isReadable, type Room, readable, stageGeometry } from '../../../../src/view/stage/layout/fit';
import type { Geometry } from '../../../../src/view/stage/layout/geometry';
import * as layingOut from '../../../../src/view/stage/layout/lay-out';
import * as measure from '../../../../src/view/stage/layout/measure';
import type { Stacking } from '../../../../src/view/stage/layout/row';
import { rowsOf } from '../../../../src/view/stage/layout/rows';

vi.mock('../../../../src/view/stage/layout/lay-out', async (original) => {
  const { layOut, ...others } = await original<typeof layingOut>();
  return { ...others, layOut: vi.fn(layOut) };
});
vi.mock('../../../../src/view/stage/layout/measure', async (original) => {
  const { measureWith, ...others } = await original<typeof measure>();
  return { ...others, measureWith: vi.fn(measureWith) };
});

const network = (units: readonly number[], m: number): Trace =>
  record(
    modelOf({
      ...firstChoice,
      data: { set: 'moons', m },
      layers: [...units, 1].map((n) => ({ units: n, activation: 'tanh', alpha: 0, keep: 'ZA' as const })),
    }),
  );

const networks = fc.record({
  units: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 0, maxLength: 6 }),
  m: fc.integer({ min: 1, max: 200 }),
});

const rooms = fc.record({
  width: fc.integer({ min: 320, max: 1800 }),
  height: fc.integer({ min: 300, max: 1200 }),
  fit: fc.constantFrom('network', 'layer', 'hand'),
  numbers: fc.boolean(),
});

const fitted = (trace: Trace, room: Room) =>
  stageGeometry(frameAt(trace, 0).places, sizesOf(trace.model), room);

/** What is to be found, by laying everything out for one candidate after the other. */
function searched(trace: Trace, room: Room): Geometry {
  const single = searchedWith('single', trace, room);
  if (room.fit === 'hand') return single.picture;
  const paired = searchedWith('paired', trace, room);
  const hasNumbers = room.fit === 'layer' || isReadable(single.cell);
  if (hasNumbers && paired.free.width < readable.width) return single.picture;
  const isBetter =
    room.fit === 'network'
      ? sizeOf(paired.free) > sizeOf(single.free)
      : single.high > room.height && paired.high < single.high;
  return (isBetter ? paired : single).picture;
}

/** How large cells are for their numbers in the tighter direction. */
const sizeOf = ({ width, height }: measure.Cell): number =>
  Math.min(width / readable.width, height / readable.height);

function searchedWith(stacking: Stacking, trace: Trace, room: Room) {
  const { places } = frameAt(trace, 0);
  const sizes = sizesOf(trace.model);
  const columns = rowsOf(places.values(), trace.model.layers.length, stacking);
  const build = (cell: measure.Cell, cap: measure.Cell, of = columns) =>
    layingOut.layOut(of, measure.measureWith(places, sizes, cell, cap));
  const candidates = (most: number, cap: number, least: number) => [
    ...range(most, 7, -0.5).map((cell) => ({ cell, cap })),
    ...range(cap, least, -4).map((tighter) => ({ cell: 7, cap: tighter })),
    { cell: 7, cap: least },
  ];
  const wide = candidates(48, 560, 72);
  const across = wide.find(({ cell, cap }) =>
    (room.fit === 'network' ? [columns] : columns.map((column) => [column])).every(
      (of) => build({ width: cell, height: 1 }, { width: cap, height: 1 }, of).width <= room.width,
    ),
  );
  const x = across ?? wide[wide.length - 1]!;
  const width = room.numbers ? Math.max(x.cell, readable.width) : x.cell;
  const heights = candidates(Math.min(36, Math.max(width * 1.3, 7)), 320, 40);
  const down = heights.find(
    ({ cell, cap }) => build({ width: 1, height: cell }, { width: 1, height: cap }).height <= room.height,
  );
  const y = down ?? heights[heights.length - 1]!;
  const isClose = room.numbers && room.fit !== 'network';
  const highestTensor = Math.max(100, Math.min(180, (room.height - 104) / 3));
  const below = columns.map((column) => ({ ...column, forward: [] }));
  const followable =
    range(22, 13.5, -0.5).find(
      (cell) =>
        build({ width: 1, height: cell }, { width: 1, height: highestTensor }, below).height <= room.height,
    ) ?? 14;
  const followed = Math.max(
    readable.height,
    Math.min(isClose ? 32 : room.fit === 'hand' ? followable : 22, width * 0.66),
  );
  const least =
    room.fit === 'hand' || isClose ? followed : room.fit === 'layer' || room.numbers ? readable.height : 0;
  const height = Math.max(y.cell, least);
  const high = room.fit === 'network' ? y.cap : Math.max(y.cap, highestTensor);
  const cap = isClose ? { width: 2400, height: 1000 } : { width: x.cap, height: high };
  return {
    picture: build({ width: Math.min(width, height * 2), height }, cap),
    cell: { width, height },
    /** What the room has of itself, before numbers ask for more. */
    free: { width: x.cell, height },
    high: build({ width: 1, height }, { width: 1, height: cap.height }).height,
  };
}

describe('the size of cells', () => {
  it('is what trying every one finds, for any network in any room', () => {
    fc.assert(
      fc.property(networks, rooms, ({ units, m }, room) => {
        const trace = network(units, m);
        expect(fitted(trace, room)).toEqual(searched(trace, room));
      }),
      { numRuns: 30 },
    );
  });

  it('is never one that a larger cell would have fitted as well', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: -5, max: 205 }), (n, most) => {
        const candidates = range(n, 0, -1);
        const first = candidates.find((size) => size <= most) ?? 1;
        expect(firstFitting(candidates, (size) => size <= most)).toBe(first);
      }),
    );
  });
});

describe('the pictures of a comparison', () => {
  const traces = Array.from({ length: 3 }, () => network([4, 3], 8));
  const height = (room?: number) =>
    runGeometries(traces, 1400, 'network', room === undefined ? room : { height: room, adds: true })
      .geometries[0]!.height;

  it('are as high as their cells want, and lower where all are seen at once only then', () => {
    const high = height();
    expect(height(2000)).toBe(high);
    const low = height(3 * (high - 10 + 60));
    expect(low).toBeLessThan(high);
    expect(low).toBeLessThanOrEqual(high - 10);
  });

  it('keep cells that can be read where not all are seen at once however low they are', () => {
    expect(height(100)).toBeGreaterThan(height(3 * (height() - 70 + 60)));
  });
});

describe('how often a picture is laid out', () => {
  beforeEach(() => vi.clearAllMocks());

  it('is once for a stage, however many sizes there are to choose from, with a few measures', () => {
    const trace = network([8, 8, 8], 20);
    for (const fit of ['network', 'layer', 'hand'] as const)
      for (const width of [320, 872, 1800]) {
        vi.clearAllMocks();
        fitted(trace, { width, height: 500, fit, numbers: false });
        expect(layingOut.layOut).toHaveBeenCalledTimes(1);
        // 205 candidates across and fewer down, halved eight times each, for both ways to stack; and what is drawn.
        expect(vi.mocked(measure.measureWith).mock.calls.length).toBeLessThanOrEqual(33);
      }
  });

  it('is once for each lane of the comparison', () => {
    const traces = [network([8, 8], 20), network([8, 8], 20)];
    for (const width of [300, 900, 4000]) {
      vi.clearAllMocks();
      const { geometries } = runGeometries(traces, width, 'network');
      expect(layingOut.layOut).toHaveBeenCalledTimes(2);
      expect(geometries[0]).toEqual(geometries[1]);
    }
  });
});
