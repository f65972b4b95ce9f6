import { type ComponentType, type CSSProperties, useDeferredValue, useMemo, useRef } from 'react';
import { Guard } from '../guard/Guard';
import { later, useInTime, useLater } from '../later';
import { useAsking, usePointing, usePointingActions } from '../store';
import { drawingOf, type Scene } from './drawing/drawing';
import { type Thing, thingsOf } from './drawing/thing';
import { Badge } from './elements/Badge';
import { CacheHeading, Card, LaneTitle } from './elements/Cards';
import { Drawn } from './elements/Drawn';
import { Heatmap } from './elements/Heatmap';
import { ArrowHead } from './elements/Line';
import { type Box, type CardBox, hasHead } from './layout/geometry';
import styles from './Stage.module.css';
import { isWithin, useReach, withinReach } from './useReach';

const cellReadout = later(() => import('./elements/CellReadout').then(({ CellReadout }) => CellReadout));
const twins = later(() => import('./elements/Twins').then(({ Twins }) => Twins));
const cellsLit = later(() => import('./elements/CellsLit').then(({ CellsLit }) => CellsLit));

const film = later(() => import('./motion/Film').then(({ Film }) => Film));
const scramble = later(() => import('../what-if/Scramble').then(({ Scramble }) => Scramble));

interface Props extends Scene {
  /** What tells its cells from those of other pictures. */
  readonly name: string;
  /** What stands in the head of a layer's card, where that is more than its titles and there is room for it. */
  readonly Head?: ComponentType<{ of: CardBox; among: readonly CardBox[] }>;
  /** Has what is not in the middle step back; nothing does, where it is left out. */
  readonly quieten?: ((things: readonly Thing[]) => readonly Thing[]) | undefined;
}

/** Lines grow out of the middle of the slot that they lead from. */
const originOf = (slot: Box | undefined): CSSProperties =>
  slot ? { transformOrigin: `${slot.x + slot.width / 2}px ${slot.y + slot.height / 2}px` } : {};

/** From how many things on a drawing takes longer than a frame. */
const MANY = 400;

const nothing: readonly Thing[] = [];

/** A drawing at once, where it is small; a large one as soon as nothing else is to be done, so that no key waits for it. */
function useUnhurried(drawing: readonly Thing[]): readonly Thing[] {
  const unhurried = useDeferredValue(drawing, nothing);
  return drawing.length < MANY ? drawing : unhurried;
}

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
  const reached = useMemo(() => {
    const things = drawingOf({ trace, frame, scales, geometry, notes });
    const whole = quieten?.(things) ?? things;
    return reach < trace.model.layers.length ? withinReach(whole, frame, reach) : whole;
  }, [trace, frame, scales, geometry, notes, quieten, reach]);
  const drawing = useUnhurried(reached);
  const headed = useMemo(
    () => geometry.cards.filter((card) => card.lane === 'forward' && hasHead(card)),
    [geometry],
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
      {thingsOf(drawing, 'lane').map((thing) => (
        <LaneTitle key={thing.key} thing={thing} />
      ))}
      {thingsOf(drawing, 'card').map((thing) => (
        <Card key={thing.key} thing={thing} titled={!Head || !hasHead(thing.box)} />
      ))}
      {Head &&
        headed
          .filter(({ layer }) => isWithin(layer, frame, reach))
          .map((card) => <Head key={card.layer} of={card} among={headed} />)}
      {thingsOf(drawing, 'place').map((thing) => (
        <div key={thing.key}>
          <Heatmap id={name + thing.key} thing={thing} />
          {Scramble && !isAsked && thing.spot.slot && thing.spot.state !== 'empty' && (
            <Scramble tensor={thing.spot.tensor} box={thing.box} within={width} trace={trace} />
          )}
        </div>
      ))}
      {thingsOf(drawing, 'badge').map((thing) => (
        <Badge key={thing.key} name={name} frame={frame} thing={thing} />
      ))}
      {Twins && <Twins name={name} frame={frame} geometry={geometry} />}
      {thingsOf(drawing, 'ring').map(({ key, commands }) =>
        commands.map((ring) => <Drawn key={key} of={ring} />),
      )}
      <ArrowHead>
        {thingsOf(drawing, 'reads').map(({ key, commands }) => (
          <div key={key} className={styles.reads} style={originOf(geometry.boxes.get(key))} data-reads={key}>
            {commands.map((line) => (
              <Drawn key={line.sign} of={line} />
            ))}
          </div>
        ))}
      </ArrowHead>
      {thingsOf(drawing, 'heading').map((thing) => (
        <CacheHeading key={thing.key} thing={thing} />
      ))}
      {Film && <Film picture={picture} trace={trace} frame={frame} geometry={geometry} />}
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
