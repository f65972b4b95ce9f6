import type { Box, Geometry } from '../layout/geometry';
import { grown, type RectCommand } from './command';
import type { TwinsThing } from './thing';
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
