import { type ComponentType, memo, useRef } from 'react';
import type { ScrambleProps } from '../../what-if/Scramble';
import type { ColumnThing } from '../drawing/by-column';
import { thingsOf } from '../drawing/thing';
import type { HeadProps } from '../head/LayerHead';
import { hasHead } from '../layout/extents';
import type { CardBox, ColumnBox } from '../layout/geometry';
import { Badge } from './Badge';
import { CacheHeading, Card } from './Cards';
import styles from './Column.module.css';
import { Heatmap } from './cells/Heatmap';
import { Shown, useSeen } from './shown';

interface Props {
  /** What tells the cells of its picture from those of others. */
  readonly name: string;
  readonly column: ColumnBox;
  readonly things: readonly ColumnThing[];
  /** How wide its picture is. */
  readonly within: number;
  /** Whether it is so far from the step that the browser may leave it out while it is out of sight. */
  readonly isFar: boolean;
  /** What stands in the head of its card, where that is more than titles and there is room for it. */
  readonly Head?: ComponentType<HeadProps> | undefined;
  /** The cards that have room for it, of all columns. */
  readonly headed: readonly CardBox[];
  /** What puts other numbers into a slot, while that can be done. */
  readonly Scramble: ComponentType<ScrambleProps> | undefined;
}

/** What stands in the column of a layer: its card in each lane, and what is on it. */
export const Column = memo(function Column({
  name,
  column,
  things,
  within,
  isFar,
  Head,
  headed,
  Scramble,
}: Props) {
  const element = useRef<HTMLDivElement>(null);
  const seen = useSeen(element, isFar);
  const { x, width } = column;
  const cards = thingsOf(things, 'card');
  const card = headed.find(({ layer }) => layer === column.layer);
  return (
    <div ref={element} className={styles.column} data-far={isFar} style={{ left: x, width }}>
      <div className={styles.picture} style={{ left: -x }}>
        {cards.map((thing) => (
          <Card key={thing.key} thing={thing} titled={!Head || !hasHead(thing.box)} />
        ))}
        {Head && card && <Head of={card} among={headed} />}
        <Shown value={seen}>
          {thingsOf(things, 'place').map((thing) => (
            <div key={thing.key}>
              <Heatmap id={name + thing.key} thing={thing} />
              {Scramble && thing.byHand && (
                <Scramble
                  tensor={thing.spot.tensor}
                  box={thing.box}
                  within={within}
                  isScrambled={thing.byHand === 'is'}
                />
              )}
            </div>
          ))}
        </Shown>
        {thingsOf(things, 'badge').map((thing) => (
          <Badge key={thing.key} name={name} thing={thing} />
        ))}
        {thingsOf(things, 'heading').map((thing) => (
          <CacheHeading key={thing.key} thing={thing} />
        ))}
      </div>
    </div>
  );
}, isSame);

/** Whether a column looks the same: each step makes another list for it, and mostly of the same things. */
function isSame({ column, things, ...rest }: Props, { column: to, things: others, ...now }: Props): boolean {
  const keys = Object.keys(rest) as (keyof typeof rest)[];
  return (
    keys.every((key) => rest[key] === now[key]) &&
    column.x === to.x &&
    column.width === to.width &&
    things.length === others.length &&
    things.every((thing, i) => thing === others[i])
  );
}
