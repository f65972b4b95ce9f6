import { memo } from 'react';
import type { CardThing, HeadingThing, LaneThing } from '../drawing/thing';
import styles from './Cards.module.css';
import { Drawn } from './commands/Drawn';
import { lettersOf, styleOf } from './commands/drawn-styles';
import { Runs } from './commands/Runs';

/** The name of a lane, along its left edge. */
export const LaneTitle = memo(({ thing: { lane, commands } }: { thing: LaneThing }) =>
  commands.map((title) => (
    <h2
      key={lane}
      className={styles.lane}
      data-lane={lane}
      data-drawn={title.sign}
      style={{ ...styleOf(title.box), ...lettersOf(title) }}
    >
      <span>
        <Runs of={title} />
      </span>
    </h2>
  )),
);

/** The card of a layer in a lane; that of the current step is marked. Its titles are left to what stands in its head. */
export const Card = memo(
  ({ thing: { box, lane, commands }, titled }: { thing: CardThing; titled: boolean }) => (
    <div className={styles.card} data-lane={lane} style={styleOf(box)}>
      {commands.map((command) =>
        command.kind === 'text' && !titled ? null : <Drawn key={command.sign} of={command} within={box} />,
      )}
    </div>
  ),
);

/** The title of a cache, with what there is to say of it now. */
export const CacheHeading = memo(({ thing: { box, commands } }: { thing: HeadingThing }) => (
  <div className={styles.heading} style={styleOf(box)}>
    {commands.map((text) => (
      <Drawn key={text.sign} of={text} within={box} />
    ))}
  </div>
));
