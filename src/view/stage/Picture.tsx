import { type ComponentType, type CSSProperties, useMemo, useRef } from 'react';
import { Guard } from '../guard/Guard';
import { later, useInTime, useLater } from '../later';
import { useAsking, usePointing, usePointingActions } from '../store';
import type { Scene } from './drawing/drawing';
import { type Thing, thingsOf } from './drawing/thing';
import { LaneTitle } from './elements/Cards';
import { Column } from './elements/Column';
import { Drawn } from './elements/commands/Drawn';
import { ArrowHead } from './elements/commands/Line';
import type { HeadProps } from './head/LayerHead';
import { hasHead } from './layout/extents';
import type { Box } from './layout/geometry';
import styles from './Stage.module.css';
import { useDrawing } from './useDrawing';
import { isWithin, useReach } from './useReach';

const cellReadout = later('CellReadout', () => import('./elements/cells/CellReadout'));
const twins = later('Twins', () => import('./elements/Twins'));
const cellsLit = later('CellsLit', () => import('./elements/cells/CellsLit'));

const scramble = later('Scramble', () => import('../what-if/Scramble'));
const film = later('Film', () => import('./motion/Film'));

interface Props extends Scene {
  /** What tells its cells from those of other pictures. */
  readonly name: string;
  /** What stands in the head of a layer's card, where that is more than its titles and there is room for it. */
  readonly Head?: ComponentType<HeadProps>;
  /** Has what is not in the middle step back; nothing does, where it is left out. */
  readonly quieten?: ((things: readonly Thing[]) => readonly Thing[]) | undefined;
}

/** Lines grow out of the middle of the slot that they lead from. */
const originOf = (slot: Box | undefined): CSSProperties =>
  slot ? { transformOrigin: `${slot.x + slot.width / 2}px ${slot.y + slot.height / 2}px` } : {};

/** How many layers from the step's on things may move, so that they are never left out. */
const NEAR = 2;

/** A network at one step of a pass: its lanes, a card for each layer in each, and what stands in them. */
export function Picture({ name, trace, frame, scales, geometry, notes, Head, quieten }: Props) {
  const isPointedAt = usePointing(({ cell }) => cell !== undefined);
  const CellReadout = useLater(cellReadout, isPointedAt);
  const Twins = useLater(twins, isPointedAt);
  const picture = useRef<HTMLDivElement>(null);
  const Film = useInTime(film);
  const Scramble = useInTime(scramble);
  const isAsked = useAsking(({ cover }) => cover !== undefined);
  const pinned = usePointing((state) => state.pinned);
  const { pin } = usePointingActions();
  const CellsLit = useLater(cellsLit, pinned !== undefined, () => pin(undefined));
  const reach = useReach(trace.model.layers.length);
  const drawn = useDrawing({ trace, frame, scales, geometry, notes }, quieten);
  const headed = useMemo(
    () => drawn.geometry.cards.filter((card) => card.lane === 'forward' && hasHead(card)),
    [drawn.geometry],
  );
  const { width, height } = geometry;
  return (
    // Names and short words, which have the room that they need and no more: they are left as they are.
    <div
      ref={picture}
      className={styles.picture}
      style={{ width, height, '--width': width, '--height': height } as CSSProperties}
      data-picture
      data-printed
      translate="no"
    >
      {thingsOf(drawn.things, 'lane').map((thing) => (
        <LaneTitle key={thing.key} thing={thing} />
      ))}
      {drawn.geometry.columns
        .filter(({ layer }) => isWithin(layer, drawn.frame, reach))
        .map((column) => (
          <Column
            key={column.layer}
            name={name}
            column={column}
            things={drawn.inColumns.get(column.layer)!}
            within={width}
            isFar={!isWithin(column.layer, drawn.frame, NEAR)}
            Head={Head}
            headed={headed}
            Scramble={isAsked ? undefined : Scramble}
          />
        ))}
      {Twins && <Twins name={name} frame={frame} geometry={geometry} />}
      <div className={styles.lines}>
        {thingsOf(drawn.things, 'ring').map(({ key, commands }) =>
          commands.map((ring) => <Drawn key={key} of={ring} />),
        )}
        <ArrowHead>
          {thingsOf(drawn.things, 'reads').map(({ key, commands }) => (
            <div
              key={key}
              className={styles.reads}
              style={originOf(geometry.boxes.get(key))}
              data-reads={key}
            >
              {commands.map((line) => (
                <Drawn key={line.sign} of={line} />
              ))}
            </div>
          ))}
        </ArrowHead>
      </div>
      {Film && <Film picture={picture} trace={trace} frame={drawn.frame} geometry={drawn.geometry} />}
      {CellsLit && (
        <Guard part="What is lit on the stage" over>
          <CellsLit name={name} frame={frame} trace={trace} geometry={geometry} />
        </Guard>
      )}
      <output className={styles.said}>
        {CellReadout && (
          <CellReadout name={name} trace={trace} frame={frame} geometry={geometry} picture={picture} />
        )}
      </output>
    </div>
  );
}
