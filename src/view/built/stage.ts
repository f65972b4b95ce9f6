import { commandSvg } from '../picture/commands';
import { definitionsFor } from '../picture/definitions';
import { element } from '../picture/xml';
import type { Command, CommandOf } from '../stage/drawing/command';
import type { Thing } from '../stage/drawing/thing';
import { type Tone, tones } from '../stage/drawing/tones';
import { cellPaths } from './cells';

/** The page's colours by their names in its sheets, so that a drawing follows the theme. */
const look = {
  theme: 'light',
  tones: Object.fromEntries(tones.map((tone) => [tone, `var(--${tone})`])) as Record<Tone, string>,
} as const;

/** The tensors that are drawn in the pictures of all windows, each once, by what they are known by. */
const tensors = new Map<string, string>();

/** Tensors as symbols, once all pictures are drawn. */
export const symbols = (): string =>
  Array.from(tensors, ([paths, id]) => element('g', { id }, paths)).join('');

function cells(of: CommandOf<'cells'>, isQuiet: boolean): string {
  const paths = cellPaths(of);
  const id = tensors.get(paths) ?? `c${tensors.size}`;
  tensors.set(paths, id);
  const { box, matrix, opacity } = of;
  const scale = `${box.width / matrix.cols} ${box.height / matrix.rows}`;
  return element('use', {
    href: `#${id}`,
    transform: `translate(${box.x} ${box.y})scale(${scale})`,
    opacity: opacity === 1 ? undefined : opacity,
    class: isQuiet ? 'quiet' : undefined,
  });
}

/** Whether a thing steps back while the page asks its question, as `Heatmap.module.css` has it. */
const isQuiet = (thing: Thing): boolean =>
  thing.part === 'place' && /held|unread/.test(thing.spot.state) && !thing.spot.mark;

/** A stage as a drawing of few bytes, for the first picture; what stands in the heads of its cards is left to these. */
export function stageSvg(
  things: readonly Thing[],
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const isLeft = (thing: Thing, { kind }: Command) => thing.part === 'card' && kind === 'text';
  const inside = things.map((thing) =>
    thing.commands
      .filter((command) => !isLeft(thing, command))
      .map((command) =>
        command.kind === 'cells' ? cells(command, isQuiet(thing)) : commandSvg(command, look),
      )
      .join(''),
  );
  const commands = things.flatMap((thing) => [...thing.commands]);
  return element('svg', { width, height }, definitionsFor(commands, look) + inside.join(''));
}
