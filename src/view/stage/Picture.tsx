import type { Frame } from '../../core/pass/frame';
import { isTampered } from '../../core/pass/tamper';
import type { Trace } from '../../core/pass/trace';
import { useLook } from '../../state/look';
import { type Scales, scaleKindOf } from '../../state/scales';
import { type Notes, noteOf } from '../../state/what-if/notes';
import { Guard } from '../guard/Guard';
import { later, useLater } from '../later';
import { useThemeName } from '../useThemeName';
import { CacheHeading, Card, LaneTitle } from './Cards';
import { CellReadout } from './CellReadout';
import { Connectors } from './Connectors';
import type { Geometry } from './geometry';
import { Heatmap } from './Heatmap';
import styles from './Stage.module.css';
import { TwinLines } from './TwinLines';

const cellsLit = later(() => import('./CellsLit').then(({ CellsLit }) => CellsLit));

interface Props {
  /** What tells its cells from those of other pictures. */
  readonly name: string;
  readonly trace: Trace;
  readonly frame: Frame;
  readonly scales: Scales;
  readonly geometry: Geometry;
  /** What changes by hand did to its places. */
  readonly notes: Notes;
}

/** A network at one step of a pass: its lanes, a card for each layer in each, and what stands in them. */
export function Picture({ name, trace, frame, scales, geometry, notes }: Props) {
  const theme = useThemeName();
  const pinned = useLook((state) => state.pinned);
  const CellsLit = useLater(cellsLit, pinned !== undefined, () => useLook.getState().pin(undefined));
  const { width, height, lanes, cards, headings, boxes } = geometry;
  return (
    <div className={styles.picture} style={{ width, height }}>
      {lanes.map((lane) => (
        <LaneTitle key={lane.lane} {...lane} tampered={isTampered(trace)} />
      ))}
      {cards.map((card) => (
        <Card
          key={`${card.lane}${card.layer}`}
          {...card}
          activation={trace.model.layers[card.layer - 1]?.activation}
          step={frame.step}
        />
      ))}
      {headings.map((heading) => (
        <CacheHeading key={`${heading.x},${heading.y}`} {...heading} frame={frame} model={trace.model} />
      ))}
      {Array.from(boxes, ([key, box]) => {
        const place = frame.places.get(key)!;
        return (
          <Heatmap
            key={key}
            id={name + key}
            place={place}
            matrix={place.value.matrix}
            magnitude={scales[scaleKindOf(place.tensor)]}
            theme={theme}
            box={box}
            note={noteOf(key, place, notes)}
          />
        );
      })}
      <TwinLines name={name} frame={frame} geometry={geometry} />
      <Connectors frame={frame} geometry={geometry} />
      {CellsLit && (
        <Guard part="What is lit on the stage" over>
          <CellsLit name={name} frame={frame} trace={trace} geometry={geometry} />
        </Guard>
      )}
      <CellReadout name={name} frame={frame} geometry={geometry} />
    </div>
  );
}
