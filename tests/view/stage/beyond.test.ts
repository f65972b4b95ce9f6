import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../src/core/model/model';
import { frameAt } from '../../../src/core/pass/frames/frame';
import { record } from '../../../src/core/pass/record';
import { firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { stageGeometry } from '../../../src/view/stage/layout/fit';
import { beyondOf } from '../../../src/view/stage/scroll/beyond';

const trace = record(modelOf(firstChoice));
const geometry = stageGeometry(frameAt(trace, 0).places, sizesOf(trace.model), {
  width: 390,
  height: 606,
  fit: 'hand',
  numbers: false,
});

describe('what is beyond the edge of the stage', () => {
  it('is nothing where all is seen', () => {
    for (let step = 0; step <= trace.steps.length; step++)
      expect(beyondOf(frameAt(trace, step), geometry, { x: 0, y: 0, ...geometry })).toEqual([]);
  });

  it('is each tensor that is read or made and not seen, once, on the side where it stands', () => {
    const steps = fc.integer({ min: 1, max: trace.steps.length });
    const corner = fc.record({ x: fc.integer({ min: 0, max: 700 }), y: fc.integer({ min: 0, max: 300 }) });
    fc.assert(
      fc.property(steps, corner, (step, { x, y }) => {
        const frame = frameAt(trace, step);
        const seen = { x, y, width: 390, height: 380 };
        const beyond = beyondOf(frame, geometry, seen);
        const said = beyond.map(({ tensor, mark }) => `${mark} ${tensor}`);
        expect(new Set(said).size).toBe(said.length);
        for (const { box, side } of beyond) {
          const [right, bottom] = [box.x + box.width, box.y + box.height];
          if (side === 'left') expect(box.x).toBeLessThan(x);
          if (side === 'right') expect(right).toBeGreaterThan(x + 390);
          if (side === 'above') expect(box.y).toBeLessThan(y);
          if (side === 'below') expect(bottom).toBeGreaterThan(y + 380);
        }
        for (const [key, { tensor, mark }] of frame.places) {
          const box = geometry.boxes.get(key)!;
          const isSeen =
            box.x >= x && box.y >= y && box.x + box.width <= x + 390 && box.y + box.height <= y + 380;
          if (mark && isSeen) expect(said).not.toContain(`${mark} ${tensor}`);
          const isOut = box.x + box.width <= x || box.x >= x + 390;
          const places = Array.from(frame.places.values()).filter(
            (one) => one.tensor === tensor && one.mark === mark,
          );
          if (mark && isOut && places.length === 1) expect(said).toContain(`${mark} ${tensor}`);
        }
      }),
    );
  });

  it('is dA[1] on the left, where it is made out of what layer 2 keeps', () => {
    const step = trace.steps.findIndex(({ writes }) => writes.some(({ name }) => name === 'dA1')) + 1;
    const card = geometry.cards.find(({ layer, lane }) => layer === 2 && lane === 'backward')!;
    const seen = { x: card.x, y: card.y - 200, width: 390, height: 400 };
    expect(beyondOf(frameAt(trace, step), geometry, seen)).toMatchObject([
      { tensor: 'dA1', mark: 'write', side: 'left' },
    ]);
  });
});
