import type { Box } from '../stage/layout/geometry';

/** A stretch along which a line of the chart is level. */
interface Level {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** A line of the chart, with what is to be written at it. */
export interface Labelled {
  readonly name: string;
  readonly levels: readonly Level[];
}

/** A label at its line: where its letters begin, and on which line they stand. */
export interface Label {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

const HEIGHT = 13;
/** About how wide a letter is, and how far the letters stand from their line. */
const [LETTER, AWAY] = [6.1, 4];
/** What is left between two labels in one row, so that they do not read as one. */
const APART = 12;

/** About how wide a label is, in CSS pixels. */
export const widthOf = (name: string): number => name.length * LETTER;

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The boxes that a line takes: its level stretches, and what it rises or falls between them. */
const taken = ({ levels }: Labelled): Box[] =>
  levels.flatMap(({ from, to, y }, i) => {
    const next = levels[i + 1];
    const level = { x: from, y: y - 1, width: to - from, height: 2 };
    const edge = next && { x: to - 1, y: Math.min(y, next.y), width: 2, height: Math.abs(next.y - y) };
    return edge ? [level, edge] : [level];
  });

/** The heights at which letters may stand at a level of a line: over it, or where that is taken under it. */
function boxesAt({ name, levels }: Labelled, width: number): Box[] {
  const wide = widthOf(name);
  const highest = levels.toSorted((a, b) => a.y - b.y || b.to - b.from - (a.to - a.from));
  return highest.flatMap(({ from, to, y }) => {
    const middle = (from + to - wide) / 2;
    const inside = Math.max(2, Math.min(middle, width - wide - 2));
    return [from + 4, inside, to - wide - 4]
      .filter((x) => x >= 2 && x + wide <= width - 2)
      .flatMap((x) => [
        { x, y: y - AWAY - HEIGHT, width: wide, height: HEIGHT },
        { x, y: y + AWAY, width: wide, height: HEIGHT },
      ]);
  });
}

/** Labels of lines where they cross no line and no other label, in a chart of that size; none where there is no room. */
export function labelsOf(
  lines: readonly Labelled[],
  { width, height }: Pick<Box, 'width' | 'height'>,
): Label[] {
  const blocked = lines.flatMap(taken);
  return lines.flatMap((line) => {
    const fits = (box: Box) =>
      box.y >= 0 && box.y + box.height <= height && !blocked.some((other) => meet(box, other));
    const box = boxesAt(line, width).find(fits);
    if (!box) return [];
    blocked.push({ ...box, x: box.x - APART, width: box.width + 2 * APART });
    return [{ name: line.name, x: box.x, y: box.y + HEIGHT - 3 }];
  });
}

/** Stretches of a line from the top of the chart down that labels stand in, from above: it is left out there. */
export const gapsAt = (labels: readonly Label[], x: number): [from: number, to: number][] =>
  labels
    .filter((label) => label.x - AWAY < x && x < label.x + widthOf(label.name) + AWAY)
    .map(({ y }): [number, number] => {
      const from = y + 3 - HEIGHT;
      // A stub over the label would look like a stroke of its own.
      return [from < HEIGHT ? 0 : from, y + 3];
    })
    .toSorted(([a], [b]) => a - b);
