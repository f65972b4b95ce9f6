import { useMemo } from 'react';
import { useLook } from '../../state/look';
import { Guard } from '../guard/Guard';
import { later, useLater } from '../later';
import { drawingOf, type Scene } from './drawing/drawing';
import { thingsOf } from './drawing/thing';
import { CacheHeading, Card, LaneTitle } from './elements/Cards';
import { CellReadout } from './elements/CellReadout';
import { Drawn } from './elements/Drawn';
import { Heatmap } from './elements/Heatmap';
import { ArrowHead } from './elements/Line';
import { TwinLine } from './elements/TwinLine';
import styles from './Stage.module.css';

const cellsLit = later(() => import('./elements/CellsLit').then(({ CellsLit }) => CellsLit));

interface Props extends Scene {
  /** What tells its cells from those of other pictures. */
  readonly name: string;
}

/** A network at one step of a pass: its lanes, a card for each layer in each, and what stands in them. */
export function Picture({ name, trace, frame, scales, geometry, notes }: Props) {
  const pinned = useLook((state) => state.pinned);
  const CellsLit = useLater(cellsLit, pinned !== undefined, () => useLook.getState().pin(undefined));
  const drawing = useMemo(
    () => drawingOf({ trace, frame, scales, geometry, notes }),
    [trace, frame, scales, geometry, notes],
  );
  const { width, height } = geometry;
  return (
    <div className={styles.picture} style={{ width, height }}>
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
      {thingsOf(drawing, 'twins').map((thing) => (
        <TwinLine key={thing.key} name={name} thing={thing} geometry={geometry} />
      ))}
      {thingsOf(drawing, 'ring').map(({ key, commands }) =>
        commands.map((ring) => <Drawn key={key} of={ring} />),
      )}
      <ArrowHead />
      {thingsOf(drawing, 'reads').map(({ key, commands }) =>
        commands.map((line) => <Drawn key={key + line.sign} of={line} />),
      )}
      {CellsLit && (
        <Guard part="What is lit on the stage" over>
          <CellsLit name={name} frame={frame} trace={trace} geometry={geometry} />
        </Guard>
      )}
      <CellReadout name={name} frame={frame} geometry={geometry} />
    </div>
  );
}
