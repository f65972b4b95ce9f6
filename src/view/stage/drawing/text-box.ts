import type { Box } from '../layout/geometry';
import type { Command, TextCommand } from './command';
import { plain } from './command';

/** About how wide a letter is, by its size; as wide in what is written like code. */
const LETTER = { plain: 0.56, mono: 0.62, capitals: 0.86 } as const;

/** How far what is raised in a text stands out of its line. */
const RAISED = 2.5;

/** How far the head of an arrow keeps away from the ends of what reads from below to above: it is wider than its line. */
const AWAY = 4;

/** About where the letters of a text stand in a picture. */
function textBox(of: TextCommand): Box {
  const { box, anchor, size, font = 'plain', turned } = of;
  const length = plain(of).length * size * LETTER[font];
  if (turned) {
    const height = length + 2 * AWAY;
    return { x: box.x + (box.width - size) / 2, y: box.y + (box.height - height) / 2, width: size, height };
  }
  const left = { start: 0, middle: (box.width - length) / 2, end: box.width - length }[anchor];
  const raised = of.runs.some((run) => run.raised) ? RAISED : 0;
  return { x: box.x + left, y: box.y - raised, width: length, height: box.height + raised };
}

/** Where all texts of some commands stand. */
export const textBoxes = (commands: readonly Command[]): Box[] =>
  commands.flatMap((command) => (command.kind === 'text' ? [textBox(command)] : []));
