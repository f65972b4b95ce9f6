import type { Frame } from '../../../core/pass/frame';
import type { Box, Geometry } from '../layout/geometry';
import { grown, type RectCommand } from './command';
import { connectionsOf } from './connections';
import type { ReadsThing, TwinsThing } from './thing';
import type { Twins } from './twins';

/** A curve between two boxes: from side to side where they stand beside each other, else along their right edges. */
function pathBetween(a: Box, b: Box): string {
  const [ay, by] = [a.y + a.height / 2, b.y + b.height / 2];
  const right = a.x + a.width + 2;
  if (b.x > right) {
    const middle = (right + b.x) / 2;
    return `M${right},${ay} C${middle},${ay} ${middle},${by} ${b.x - 2},${by}`;
  }
  return `M${right},${ay} C${right + 12},${ay} ${right + 12},${by} ${b.x + b.width + 2},${by}`;
}

const frameOf = (box: Box): RectCommand => ({
  kind: 'rect',
  sign: 'twins',
  box: grown(box, 5),
  radius: 7,
  edge: { tone: 'ink', width: 2, style: 'dashed' },
});

/** The line between two slots that are two names of one buffer, one of which is pointed at, and frames around both. */
export function twinsThing(keys: Twins, { boxes }: Geometry): TwinsThing | undefined {
  const [a, b] = [boxes.get(keys[0]), boxes.get(keys[1])];
  if (!a || !b) return undefined;
  return {
    part: 'twins',
    key: keys.join(),
    keys,
    commands: [
      { kind: 'line', sign: 'twins', d: pathBetween(a, b), round: true, tone: 'ink', width: 2.2 },
      frameOf(a),
      frameOf(b),
    ],
  };
}

/** The lines of a frame's step, from each slot that it reads to what it writes, clear of some texts. */
export const allReads = (frame: Frame, geometry: Geometry, texts: readonly Box[]): ReadsThing[] =>
  connectionsOf(frame, geometry, texts).map(({ key, d }) => ({
    part: 'reads',
    key,
    commands: [
      // A seam in the colour of the ground, so that the line is seen over heatmaps of any colour.
      { kind: 'line', sign: 'halo', d, tone: 'ground', width: 5.5 },
      { kind: 'line', sign: 'reads', d, tone: 'read', width: 2.5, arrow: true },
    ],
  }));
