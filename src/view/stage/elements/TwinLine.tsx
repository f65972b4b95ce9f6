import { usePointing } from '../../store';
import { twinsThing } from '../drawing/lines';
import type { TwinsThing } from '../drawing/thing';
import type { Geometry } from '../layout/geometry';
import { Drawn } from './Drawn';

interface Props {
  /** The picture's name, with which the places of its cells begin. */
  readonly name: string;
  readonly thing: TwinsThing;
  readonly geometry: Geometry;
}

/** Joins two slots that are two names of one buffer; pointing at one lights the other. */
export function TwinLine({ name, thing, geometry }: Props) {
  const lit = usePointing(({ cell }) => thing.keys.some((key) => cell?.place === name + key));
  const { commands } = (lit && twinsThing(thing.keys, geometry, lit)) || thing;
  return (
    <div data-testid="twins" data-lit={lit}>
      {commands.map((command, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the line, and the frames of the one slot and the other.
        <Drawn key={i} of={command} />
      ))}
    </div>
  );
}
