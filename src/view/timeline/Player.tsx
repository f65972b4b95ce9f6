import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight, Pause, Play } from 'lucide-react';
import { type Move, move } from '../../state/moves';
import { titleOf } from '../../state/narration';
import { selectFrame, selectIndex, selectTrace } from '../../state/selectors';
import { useStore } from '../../state/store';
import controls from '../controls/controls.module.css';
import { inBytes } from '../numbers';
import styles from './Timeline.module.css';
import { togglePlaying } from './usePlaying';

const buttons = {
  first: ['First step', ChevronsLeft],
  previous: ['Previous step', ChevronLeft],
  next: ['Next step', ChevronRight],
  last: ['Last step', ChevronsRight],
} as const satisfies Partial<Record<Move, readonly [string, typeof Play]>>;

function MoveButton({ kind, disabled }: { kind: keyof typeof buttons; disabled: boolean }) {
  const [name, Icon] = buttons[kind];
  return (
    <button
      type="button"
      className={controls.button}
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={() => move(kind)}
    >
      <Icon size={16} aria-hidden="true" />
    </button>
  );
}

/** The buttons that step through the pass, and the bytes held; on a phone also what the step is. */
export function Player({ compact }: { compact: boolean }) {
  const playing = useStore((state) => state.playing);
  const index = useStore(selectIndex);
  const trace = useStore(selectTrace);
  const { cacheBytes, step } = useStore(selectFrame);
  const atEnd = index === trace.steps.length;
  const Icon = playing ? Pause : Play;
  return (
    <div className={styles.player}>
      <div className={styles.buttons}>
        <MoveButton kind="first" disabled={index === 0} />
        <MoveButton kind="previous" disabled={index === 0} />
        <button type="button" className={styles.play} onClick={togglePlaying}>
          <Icon size={15} aria-hidden="true" /> {playing ? 'Pause' : 'Play'}
        </button>
        <MoveButton kind="next" disabled={atEnd} />
        <MoveButton kind="last" disabled={atEnd} />
      </div>
      <p className={styles.held}>
        {compact && step && <strong>{titleOf(step, trace)} · </strong>}
        {step ? 'Held after this step' : 'Held'} <strong>{inBytes(cacheBytes)}</strong>
      </p>
      {!compact && (
        <p className={styles.keys} aria-hidden="true">
          <kbd>Space</kbd> play · <kbd>←</kbd> <kbd>→</kbd> step · <kbd>?</kbd> all keys
        </p>
      )}
    </div>
  );
}
