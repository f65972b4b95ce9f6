import type { Box } from '../layout/geometry';
import type { Command, TextCommand } from './command';
import { plain } from './command';

/** About how wide a letter is, by its size; as wide in what is written like code. */
const LETTER = { plain: 0.56, mono: 0.62, capitals: 0.75 } as const;

/** About where the letters of a text stand in a picture. */
export function textBox(of: TextCommand): Box {
  const { box, anchor, size, font = 'plain', turned } = of;
  const length = plain(of).length * size * LETTER[font];
  if (turned) return { ...box, y: box.y + (box.height - length) / 2, height: length };
  const left = { start: 0, middle: (box.width - length) / 2, end: box.width - length }[anchor];
  return { x: box.x + left, y: box.y, width: length, height: box.height };
}

/** Where all texts of some commands stand. */
export const textBoxes = (commands: readonly Command[]): Box[] =>
  commands.flatMap((command) => (command.kind === 'text' ? [textBox(command)] : []));
