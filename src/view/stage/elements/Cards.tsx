import { isBuiltIn } from '../../../core/activations';
import { OWN } from '../../../state/view';
import { useActions } from '../../store';
import type { TextCommand } from '../drawing/command';
import type { CardThing, HeadingThing, LaneThing } from '../drawing/thing';
import styles from './Cards.module.css';
import { Drawn } from './Drawn';
import { lettersOf, styleOf } from './drawn-styles';
import { Runs } from './Runs';

/** The name of a lane, along its left edge. */
export const LaneTitle = ({ thing: { lane, commands } }: { thing: LaneThing }) =>
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
  ));

/** Goes from a layer's card to its activation, with the layer's cells on the curve. */
function useLookAt(): (activation: string, layer: number) => void {
  const { explore, setView } = useActions();
  return (activation, layer) => {
    explore({ activation: isBuiltIn(activation) ? activation : OWN, layer });
    setView('activations');
  };
}

/** The card of a layer in a lane; that of the current step is marked. */
export function Card({ thing: { box, lane, layer, activation, commands } }: { thing: CardThing }) {
  const lookAt = useLookAt();
  const titles = commands.filter((command) => command.kind === 'text');
  return (
    <div className={styles.card} data-lane={lane} style={styleOf(box)}>
      {commands.map(
        (command) => command.kind === 'rect' && <Drawn key={command.kind} of={command} within={box} />,
      )}
      {titles.length > 0 && (
        <div className={styles.title}>
          {titles.map((title) =>
            title.sign === 'activation' && activation !== undefined ? (
              <button
                key={title.sign}
                type="button"
                className={styles.activation}
                data-drawn={title.sign}
                style={{ color: lettersOf(title).color }}
                title={`Is A enough for ${activation}?`}
                onClick={() => lookAt(activation, layer)}
              >
                <Runs of={title} />
              </button>
            ) : (
              <Piece key={title.sign} of={title} />
            ),
          )}
        </div>
      )}
    </div>
  );
}

/** The title of a cache, with what there is to say of it now. */
export const CacheHeading = ({ thing: { box, commands } }: { thing: HeadingThing }) => (
  <div className={styles.heading} style={styleOf(box)}>
    {commands.map((text) => (
      <Piece key={text.sign} of={text} />
    ))}
  </div>
);

/** A text beside another one, which it leaves its room. */
function Piece({ of }: { of: TextCommand }) {
  const Tag = of.font === 'mono' ? 'code' : 'span';
  return (
    <Tag data-drawn={of.sign} style={lettersOf(of)}>
      <Runs of={of} />
    </Tag>
  );
}
