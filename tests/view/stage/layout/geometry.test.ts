import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepRuleNames } from '../../../../src/core/model/keep-rules';
import { type Sizes, sizesOf } from '../../../../src/core/model/model';
import { frameAt } from '../../../../src/core/pass/frames/frame';
import { record } from '../../../../src/core/pass/record';
import type { Trace } from '../../../../src/core/pass/trace';
import { firstChoice } from '../../../../src/state/choice/choice';
import { setAllKeeps } from '../../../../src/state/choice/edits';
import { modelOf } from '../../../../src/state/choice/model-of';
import { type Room, stageGeometry } from '../../../../src/view/stage/layout/fit';
import type { Box, Geometry } from '../../../../src/view/stage/layout/geometry';
import { part } from '../../../extent';

const desktop: Room = { width: 872, height: 658, fit: 'network', numbers: false };

const geometryOf = (trace: Trace, room: Room = desktop, sizes: Sizes = sizesOf(trace.model)) =>
  stageGeometry(frameAt(trace, 0).places, sizes, room);

const first = (keep: (typeof keepRuleNames)[number] = 'Z') => record(modelOf(setAllKeeps(keep)(firstChoice)));

const network = (units: readonly number[], m: number): Trace =>
  record(
    modelOf({
      ...firstChoice,
      data: { set: 'moons', m },
      layers: [...units, 1].map((n) => ({ units: n, activation: 'tanh', alpha: 0, keep: 'ZA' as const })),
    }),
  );

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const inside = ({ boxes, width, height }: Geometry): boolean =>
  Array.from(boxes.values()).every(
    (box) => box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height,
  );

function overlaps({ boxes }: Geometry): string[] {
  const all = Array.from(boxes);
  return all.flatMap(([a, boxA], i) =>
    all.slice(i + 1).flatMap(([b, boxB]) => (overlap(boxA, boxB) ? [`${a} and ${b}`] : [])),
  );
}

describe('the stage of what the page opens on', () => {
  for (const keep of keepRuleNames)
    it(`fits into its room whole, with no two tensors in one place, keeping ${keep}`, () => {
      const geometry = geometryOf(first(keep));
      expect(geometry.width).toBeLessThanOrEqual(desktop.width);
      expect(geometry.height).toBeLessThanOrEqual(desktop.height);
      expect(inside(geometry)).toBe(true);
      expect(overlaps(geometry)).toEqual([]);
    });

  it('has a place for every tensor and every slot of the pass', () => {
    const trace = first('ZA');
    expect([...geometryOf(trace).boxes.keys()].sort()).toEqual([...frameAt(trace, 0).places.keys()].sort());
  });

  it('aligns Z, A, what is kept of them, dZ and dA of a layer', () => {
    const { boxes } = geometryOf(first('ZA'));
    const xs = [
      'forward:Z2',
      'forward:A2',
      'cache:2.activation.Z',
      'cache:2.activation.A',
      'backward:dZ2',
      'backward:dA2',
    ];
    expect(new Set(xs.map((key) => boxes.get(key)!.x)).size).toBe(1);
  });

  it('draws cells of one size in all tensors', () => {
    const { boxes } = geometryOf(first());
    const [z, w] = [boxes.get('forward:Z1')!, boxes.get('forward:W1')!];
    expect(z.width / 8).toBeCloseTo(w.width / 2);
    expect(z.height / 4).toBeCloseTo(w.height / 4);
  });

  it('is wider where cells are to hold their numbers', () => {
    const { boxes, width } = geometryOf(first(), { ...desktop, numbers: true });
    expect(boxes.get('forward:Z1')!.width / 8).toBeGreaterThanOrEqual(22);
    expect(width).toBeGreaterThan(desktop.width);
  });

  it('has one layer to a phone, with cells that hold their numbers', () => {
    const phone: Room = { width: 390, height: 566, fit: 'layer', numbers: false };
    const geometry = geometryOf(first(), phone);
    expect(Math.max(...geometry.cards.map(({ width }) => width))).toBeLessThanOrEqual(phone.width);
    expect(geometry.boxes.get('forward:Z1')!.width / 8).toBeGreaterThanOrEqual(22);
  });
});

describe('the stage of any network', () => {
  it('has all tensors inside it, and no two in one place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 0, maxLength: 6 }),
        fc.integer({ min: 1, max: 200 }),
        fc.record({
          width: fc.integer({ min: 320, max: 1800 }),
          height: fc.integer({ min: 300, max: 1200 }),
          fit: fc.constantFrom('network', 'layer'),
          numbers: fc.boolean(),
        }),
        (units, m, room) => {
          const geometry = geometryOf(network(units, m), room);
          expect(inside(geometry)).toBe(true);
          expect(overlaps(geometry)).toEqual([]);
        },
      ),
      { numRuns: part(40) },
    );
  });

  it('is the same for the same network and room', () => {
    const trace = network([5, 4], 9);
    expect(geometryOf(trace)).toEqual(geometryOf(trace));
  });

  it('keeps thousands of cells in a tensor that can be seen', () => {
    const trace = network([30], 4000);
    const box = geometryOf(trace).boxes.get('forward:Z1')!;
    expect(box.width).toBeGreaterThanOrEqual(72);
    expect(box.width).toBeLessThanOrEqual(320);
  });

  it('scrolls rather than shrinks for sixty-four layers', () => {
    const geometry = geometryOf(
      network(
        Array.from({ length: 63 }, () => 8),
        8,
      ),
    );
    expect(geometry.width).toBeGreaterThan(desktop.width);
    expect(geometry.boxes.get('forward:Z1')!.width).toBe(8 * 7);
    expect(overlaps(geometry)).toEqual([]);
  });
});
