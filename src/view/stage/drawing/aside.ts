import type { Box } from '../layout/geometry';
import type { Command } from './command';
import type { Thing } from './thing';

/** How clear the cells are of what is not in the middle. */
const OPACITY = 0.5;

/** A command as it stands back: paler cells, thinner letters, and no ground of its own. */
function quieter(command: Command): Command {
  if (command.kind === 'cells') return { ...command, opacity: command.opacity * OPACITY };
  if (command.kind === 'text')
    return { ...command, weight: Math.min(command.weight, 500), tone: 'ink-faint' };
  return command.kind === 'rect' && command.fill === 'paper' ? { ...command, fill: 'ground' } : command;
}

const quiet = new WeakMap<Thing, Thing>();

/** A thing as it stands back; the same one each time, so that the page leaves it alone. */
function standingBack(thing: Thing): Thing {
  const known = quiet.get(thing);
  if (known) return known;
  // Commands stay of their kinds, and so things of theirs: the compiler can't follow that.
  const aside = { ...thing, commands: thing.commands.map(quieter) } as Thing;
  quiet.set(thing, aside);
  return aside;
}

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/**
 * A drawing in which what is not in the middle (by place key) steps back, the cards without any of it included. What the
 * step reads and makes never does. Undefined puts all in the middle.
 */
export function withAside(
  things: readonly Thing[],
  middle: ReadonlySet<string> | undefined,
  boxes: ReadonlyMap<string, Box>,
): readonly Thing[] {
  if (!middle) return things;
  const inside = Array.from(middle, (key) => boxes.get(key)).filter((box) => box !== undefined);
  const isAside = (thing: Thing): boolean => {
    if (thing.part === 'place') return !middle.has(thing.key) && !thing.spot.mark;
    return thing.part === 'card' && !inside.some((box) => isWithin(box, thing.box));
  };
  return things.map((thing) => (isAside(thing) ? standingBack(thing) : thing));
}
