import { usePointing } from '../../../store';
import type { Scene } from '../../drawing/drawing';
import { litThings } from '../../drawing/lit';
import { Drawn } from '../commands/Drawn';

interface Props extends Pick<Scene, 'frame' | 'trace' | 'geometry'> {
  /** The picture's name, with which the places of its cells begin. */
  readonly name: string;
}

/** Frames around the pinned cell and the cells that it comes from, or that depend on it. */
export function CellsLit({ name, ...scene }: Props) {
  const at = usePointing(({ pinned }) => (pinned?.place.startsWith(name) ? pinned : undefined));
  const lit = usePointing((state) => state.lit);
  if (!at) return null;
  return litThings({ ...at, place: at.place.slice(name.length) }, lit, scene).map(({ key, commands }) =>
    commands.map((command) => <Drawn key={key} of={command} />),
  );
}
