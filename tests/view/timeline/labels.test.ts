import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record } from '../../../src/core/pass/record';
import { firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { selectMemoryLines } from '../../../src/state/selectors';
import { chartOf } from '../../../src/view/timeline/chart';
import { gapsAt, type Labelled, labelsOf } from '../../../src/view/timeline/labels';

const room = { width: 1000, height: 76 };

/** Lines of levels that follow each other. */
const anyLine = fc
  .array(fc.record({ wide: fc.integer({ min: 20, max: 200 }), y: fc.integer({ min: 18, max: 75 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((steps) => {
    let x = 9;
    return steps.map(({ wide, y }) => {
      const from = x;
      x += wide;
      return { from, to: x, y };
    });
  });

describe('labels at the lines of the timeline', () => {
  it('cross no level of a line and no other label, and stay in the chart', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 6 }), (each) => {
        const lines: Labelled[] = each.map((levels, i) => ({ name: `the rule ${i}, peak 512 B`, levels }));
        const boxes = labelsOf(lines, room).map(({ name, x, y }) => ({
          left: x,
          right: x + name.length * 5.5,
          top: y - 9,
          bottom: y + 2,
        }));
        for (const [i, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(room.width);
          expect(box.top).toBeGreaterThanOrEqual(0);
          for (const { from, to, y } of lines.flatMap(({ levels }) => levels))
            expect(from < box.right && box.left < to && box.top < y && y < box.bottom).toBe(false);
          for (const other of boxes.slice(i + 1))
            expect(
              other.left < box.right &&
                box.left < other.right &&
                box.top < other.bottom &&
                other.top < box.bottom,
            ).toBe(false);
        }
      }),
    );
  });

  it('stand so far from each other in a row that two do not read as one', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 2, maxLength: 6 }), (each) => {
        const labels = labelsOf(
          each.map((levels, i) => ({ name: `${i} Keep A`, levels })),
          room,
        );
        for (const [i, a] of labels.entries())
          for (const b of labels.slice(i + 1))
            if (Math.abs(a.y - b.y) < 10) expect(Math.abs(a.x - b.x)).toBeGreaterThan(8 * 6.1 + 10);
      }),
    );
  });

  it('are never crossed by the line of the step that is shown', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 6 }),
        fc.nat({ max: room.width }),
        (each, at) => {
          const labels = labelsOf(
            each.map((levels, i) => ({ name: `the rule ${i}, peak 512 B`, levels })),
            room,
          );
          const gaps = gapsAt(labels, at);
          const crossed = labels.filter(({ name, x }) => x < at && at < x + name.length * 5.5);
          for (const { y } of crossed)
            expect(gaps.some(([from, to]) => from <= y - 9 && y + 2 <= to)).toBe(true);
          expect(gaps.length).toBeLessThanOrEqual(labels.length);
        },
      ),
    );
  });

  it('are there for what was chosen, Z and A in the network that the page opens on', () => {
    const { steps } = record(modelOf(firstChoice));
    const lines = selectMemoryLines({ choice: firstChoice })
      .filter(({ rule }) => rule === 'Z' || rule === 'A')
      .map(({ rule, bytes }) => ({ name: rule, bytes, label: `all keep ${rule}, peak 512 B` }));
    const { labels } = chartOf(steps, lines, room.width, room.height);
    expect(labels.map(({ name }) => name)).toEqual(lines.map(({ label }) => label));
  });
});
