import { type CSSProperties, useMemo } from 'react';
import { Guard } from '../guard/Guard';
import { later, useLater } from '../later';
import { usePointing, usePointingActions } from '../store';
import { drawingOf, type Scene } from './drawing/drawing';
import { thingsOf } from './drawing/thing';
import { CacheHeading, Card, LaneTitle } from './elements/Cards';
import { Drawn } from './elements/Drawn';
import { Heatmap } from './elements/Heatmap';
import { ArrowHead } from './elements/Line';
import { Badge, Twins } from './elements/Twins';
import styles from './Stage.module.css';

const cellReadout = later(() => import('./elements/CellReadout').then(({ CellReadout }) => CellReadout));
const cellsLit = later(() => import('./elements/CellsLit').then(({ CellsLit }) => CellsLit));

interface Props extends Scene {
  /** What tells its cells from those of other pictures. */
  readonly name: string;
}

/** A network at one step of a pass: its lanes, a card for each layer in each, and what stands in them. */
export function Picture({ name, trace, frame, scales, geometry, notes }: Props) {
  const isPointedAt = usePointing(({ cell }) => cell !== undefined);
  const CellReadout = useLater(cellReadout, isPointedAt);
  const pinned = usePointing((state) => state.pinned);
  const { pin } = usePointingActions();
  const CellsLit = useLater(cellsLit, pinned !== undefined, () => pin(undefined));
  const drawing = useMemo(
    () => drawingOf({ trace, frame, scales, geometry, notes }),
    [trace, frame, scales, geometry, notes],
  );
  const { width, height } = geometry;
  return (
    // Names and short words, which have the room that they need and no more: they are left as they are.
    <div
      className={styles.picture}
      style={{ width, height, '--width': width, '--height': height } as CSSProperties}
      data-picture
      data-printed
      translate="no"
    >
      {thingsOf(drawing, 'lane').map((thing) => (
        <LaneTitle key={thing.key} thing={thing} />
      ))}
      {thingsOf(drawing, 'card').map((thing) => (
        <Card key={thing.key} thing={thing} />
      ))}
      {thingsOf(drawing, 'heading').map((thing) => (
        <CacheHeading key={thing.key} thing={thing} />
      ))}
      {thingsOf(drawing, 'place').map((thing) => (
        <Heatmap key={thing.key} id={name + thing.key} thing={thing} />
      ))}
      {thingsOf(drawing, 'badge').map((thing) => (
        <Badge key={thing.key} name={name} frame={frame} thing={thing} />
      ))}
      <Twins name={name} frame={frame} geometry={geometry} />
      {thingsOf(drawing, 'ring').map(({ key, commands }) =>
        commands.map((ring) => <Drawn key={key} of={ring} />),
      )}
      <ArrowHead>
        {thingsOf(drawing, 'reads').map(({ key, commands }) =>
          commands.map((line) => <Drawn key={key + line.sign} of={line} />),
        )}
      </ArrowHead>
      {CellsLit && (
        <Guard part="What is lit on the stage" over>
          <CellsLit name={name} frame={frame} trace={trace} geometry={geometry} />
        </Guard>
      )}
      <output className={styles.said}>
        {CellReadout && <CellReadout name={name} trace={trace} frame={frame} geometry={geometry} />}
      </output>
    </div>
  );
}
