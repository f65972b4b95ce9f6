import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../../src/core/model/model';
import { frameAt } from '../../../../src/core/pass/frames/frame';
import { record } from '../../../../src/core/pass/record';
import type { Trace } from '../../../../src/core/pass/trace';
import { firstChoice } from '../../../../src/state/choice/choice';
import { setAllKeeps, setData } from '../../../../src/state/choice/edits';
import { modelOf } from '../../../../src/state/choice/model-of';
import { scalesOf } from '../../../../src/state/scales';
import type { Command } from '../../../../src/view/stage/drawing/command';
import { drawingOf } from '../../../../src/view/stage/drawing/drawing';
import { textBoxes } from '../../../../src/view/stage/drawing/text-box';
import { stageGeometry } from '../../../../src/view/stage/layout/fit';

const room = { width: 1136, height: 690, fit: 'network' as const, numbers: false };

/** That of a page that is shown to a room, in which layers are wider than high. */
const shown = { ...room, width: 1280, height: 600 };

function sceneAt(trace: Trace, index: number, where = room) {
  const geometry = stageGeometry(frameAt(trace, 0).places, sizesOf(trace.model), where);
  return { trace, frame: frameAt(trace, index), scales: scalesOf([trace]), geometry, notes: new Map() };
}

const commandsAt = (trace: Trace, index: number): Command[] =>
  drawingOf(sceneAt(trace, index)).flatMap(({ commands }) => [...commands]);

/** The places whose cells a line of a step runs over on its way from a slot to what is made of it. */
function hiddenAt(trace: Trace, index: number, where: typeof room): string[] {
  const scene = sceneAt(trace, index, where);
  const others = Array.from(scene.geometry.boxes).filter(
    ([key]) => scene.frame.places.get(key)!.mark !== 'write',
  );
  return drawingOf(scene).flatMap((thing) => {
    if (thing.part !== 'reads') return [];
    const points = thing.commands.flatMap((command) => (command.kind === 'line' ? pointsOf(command.d) : []));
    return others
      .filter(([key]) => key !== thing.key)
      .filter(([, box]) =>
        points.some(({ x, y }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height),
      )
      .map(([key]) => `${thing.key} over ${key}`);
  });
}

/** The points of a path of cubic curves. */
function pointsOf(d: string) {
  const [first, ...rest] = d.split('C').map((part) => (part.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number));
  let [ax, ay] = first as [number, number];
  return rest.flatMap((numbers) => {
    const [bx, by, cx, cy, dx, dy] = numbers as [number, number, number, number, number, number];
    const points = Array.from({ length: 101 }, (_, i) => {
      const t = i / 100;
      const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3] as const;
      return { x: p * ax + q * bx + r * cx + s * dx, y: p * ay + q * by + r * cy + s * dy };
    });
    [ax, ay] = [dx, dy];
    return points;
  });
}

const crossed = (commands: readonly Command[]): string[] =>
  commands.flatMap((command) => {
    if (command.kind !== 'line' || command.sign !== 'reads') return [];
    const points = pointsOf(command.d);
    // Titles of caches stand over lines; whatever else is written does not.
    return textBoxes(commands.filter((text) => text.sign !== 'cache' && text.sign !== 'remark'))
      .filter((box) =>
        points.some(
          ({ x, y }) => x > box.x && x < box.x + box.width && y > box.y + 1 && y < box.y + box.height - 1,
        ),
      )
      .map((box) => `${command.d} over a text at ${Math.round(box.x)}, ${Math.round(box.y)}`);
  });

describe('the lines from what is read to its result', () => {
  it.each(['Z', 'A', 'ZA', 'mask', 'none'] as const)(
    'cross no name and no tag at any step where all keep %s',
    (keep) => {
      const trace = record(modelOf(setAllKeeps(keep)(firstChoice)));
      for (const { index } of trace.steps)
        expect(crossed(commandsAt(trace, index)), `step ${index}`).toEqual([]);
    },
  );

  it.each([
    ['the first network, keeping Z', firstChoice],
    ['the first network, keeping Z and A', setAllKeeps('ZA')(firstChoice)],
    ['the first network, keeping nothing', setAllKeeps('none')(firstChoice)],
    ['irises and softmax', setData('iris')(firstChoice)],
    ['irises and softmax, keeping nothing', setAllKeeps('none')(setData('iris')(firstChoice))],
  ])('run over no other tensor at any step of %s', (_, choice) => {
    const trace = record(modelOf(choice));
    for (const where of [room, shown])
      for (const { index } of trace.steps)
        expect(hiddenAt(trace, index, where), `step ${index}, ${where.width} wide`).toEqual([]);
  });

  it('begin below a slot that is read, and end above what is written', () => {
    fc.assert(
      fc.property(fc.constantFrom('Z', 'A', 'ZA', 'none' as const), fc.nat(30), (keep, at) => {
        const trace = record(modelOf(setAllKeeps(keep)(firstChoice)));
        const index = Math.min(at, trace.steps.length);
        const reads = trace.steps[index - 1]?.cache.filter(({ kind }) => kind === 'read') ?? [];
        const lines = commandsAt(trace, index).filter(({ sign }) => sign === 'reads');
        expect(lines).toHaveLength(reads.length);
      }),
    );
  });
});
