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
import type { Box } from '../../../../src/view/stage/layout/geometry';

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

/** The lines of a step by their points, and the boxes that they join. */
function linesAt(trace: Trace, index: number) {
  const scene = sceneAt(trace, index);
  const marked = Array.from(scene.frame.places).filter(([, { mark }]) => mark === 'write');
  const [result] = marked.find(([, { slot }]) => slot) ?? marked[0] ?? [];
  return drawingOf(scene).flatMap(({ part, key, commands }) => {
    if (part !== 'reads') return [];
    const line = commands.find((command) => command.kind === 'line' && command.sign === 'reads');
    const points = line?.kind === 'line' ? pointsOf(line.d) : [];
    return [{ points, from: scene.geometry.boxes.get(key)!, to: scene.geometry.boxes.get(result!)! }];
  });
}

/** How far outside a box a point is; 0 within it. */
const distance = ({ x, y }: { x: number; y: number }, box: Box): number =>
  Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height));

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

/** The two corners of the head of an arrow along a path: 14 wide, 8 behind the end. */
function headOf(d: string) {
  const points = pointsOf(d);
  const [before, end] = [points.at(-2)!, points.at(-1)!];
  const length = Math.hypot(end.x - before.x, end.y - before.y);
  const [across, down] = [(end.x - before.x) / length, (end.y - before.y) / length];
  return [6, -6].map((aside) => ({
    x: end.x - 8 * across - aside * down,
    y: end.y - 8 * down + aside * across,
  }));
}

const crossed = (commands: readonly Command[]): string[] =>
  commands.flatMap((command) => {
    if (command.kind !== 'line' || command.sign !== 'reads') return [];
    const points = [...pointsOf(command.d), ...headOf(command.d)];
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

  it('lead from each slot that is read, by its ring, to what is written', () => {
    fc.assert(
      fc.property(fc.constantFrom('Z', 'A', 'ZA', 'none' as const), fc.nat(30), (keep, at) => {
        const trace = record(modelOf(setAllKeeps(keep)(firstChoice)));
        const index = Math.min(at, trace.steps.length);
        const read = trace.steps[index - 1]?.cache.filter(({ kind }) => kind === 'read') ?? [];
        const lines = linesAt(trace, index);
        expect(lines).toHaveLength(read.length);
        for (const { points, from, to } of lines) {
          expect(distance(points[0]!, from)).toBeGreaterThan(2);
          expect(distance(points[0]!, from)).toBeLessThan(8);
          expect(distance(points.at(-1)!, to)).toBeGreaterThan(2);
          expect(distance(points.at(-1)!, to)).toBeLessThan(24);
        }
      }),
    );
  });

  it('go down the middle of what is read, where nothing is in the way', () => {
    const trace = record(modelOf(firstChoice));
    const index = trace.steps.findIndex(
      ({ op, phase, layer }) => op === 'activation' && phase === 'backward' && layer === 1,
    );
    const [line] = linesAt(trace, index + 1);
    const { points, from } = line!;
    for (const { x } of points) expect(x).toBeCloseTo(from.x + from.width / 2, 3);
  });

  it('go down to the ring of what is written, one beside the other, where it stands below what is read', () => {
    const trace = record(modelOf(setAllKeeps('none')(firstChoice)));
    const index = trace.steps.findIndex(({ phase, layer }) => phase === 'recompute' && layer === 2) + 1;
    const ends = linesAt(trace, index).map(({ points, to }) => [
      distance(points.at(-1)!, to),
      points.at(-1)!.x,
    ]);
    expect(ends).toHaveLength(3);
    for (const [away] of ends) expect(away).toBeLessThan(8);
    const places = ends.map(([, x]) => x!).toSorted((a, b) => a - b);
    for (const [i, x] of places.slice(1).entries()) expect(x - places[i]!).toBeGreaterThan(16);
  });
});
