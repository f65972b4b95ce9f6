import type { Frame } from '../../../core/pass/frames/frame';
import { usePointing } from '../../store';
import { twinsOf } from '../drawing/twins';
import { twinsThing } from '../drawing/twins-thing';
import type { Geometry } from '../layout/geometry';
import { Drawn } from './commands/Drawn';

interface Props {
  /** The picture's name, with which the places of its cells begin. */
  readonly name: string;
  readonly frame: Frame;
  readonly geometry: Geometry;
}

/** Joins two slots that are two names of one buffer while one of them is pointed at. */
export function Twins({ name, frame, geometry }: Props) {
  const place = usePointing(({ cell }) => cell?.place);
  const isOf = (keys: readonly string[]) => keys.some((key) => name + key === place);
  const pointed = place === undefined ? undefined : twinsOf(frame).find(isOf);
  const lit = pointed && twinsThing(pointed, geometry);
  if (!lit) return null;
  return (
    <div data-testid="twins" data-lit>
      {lit.commands.map((command, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the line, and the frames of the one slot and the other.
        <Drawn key={i} of={command} />
      ))}
    </div>
  );
}
