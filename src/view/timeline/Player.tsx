import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight, Pause, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { isAtEnd, type Move, type Moves, type Way } from '../../state/moves';
import { MoveButton } from '../controls/MoveButton';
import { useStore } from '../store';
import styles from './Timeline.module.css';

const buttons = {
  first: ['First step', ChevronsLeft],
  previous: ['Previous step', ChevronLeft],
  next: ['Next step', ChevronRight],
  last: ['Last step', ChevronsRight],
} as const satisfies Partial<Record<Move, readonly [string, typeof Play]>>;

const pause = <Pause size={15} aria-hidden="true" />;
const play = <Play size={15} aria-hidden="true" />;

interface Props {
  readonly moves: Moves;
  readonly way: Way;
  readonly compact: boolean;
  /** What is said of the step, under the buttons. */
  readonly children: ReactNode;
}

/** The buttons that step through the pass. */
export function Player({ moves, way, compact, children }: Props) {
  const playing = useStore((state) => state.playing);
  const button = (kind: keyof typeof buttons, disabled: boolean) => {
    const [name, MoveIcon] = buttons[kind];
    return <MoveButton name={name} Icon={MoveIcon} disabled={disabled} onClick={() => moves.move(kind)} />;
  };
  return (
    <div className={styles.player}>
      <div className={styles.buttons}>
        {button('first', way.index === 0)}
        {button('previous', way.index === 0)}
        <button type="button" className={styles.play} onClick={moves.togglePlaying}>
          {playing ? pause : play} {playing ? 'Pause' : 'Play'}
        </button>
        {button('next', isAtEnd(way))}
        {button('last', isAtEnd(way))}
      </div>
      <div className={styles.held}>{children}</div>
      {!compact && (
        <p className={styles.keys} aria-hidden="true">
          <kbd>Space</kbd> play · <kbd>←</kbd> <kbd>→</kbd> step · <kbd>?</kbd> all keys
        </p>
      )}
    </div>
  );
}
