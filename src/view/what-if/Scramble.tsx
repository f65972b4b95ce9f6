import { Shuffle, Undo2 } from 'lucide-react';
import { memo } from 'react';
import { spoken } from '../../core/model/names';
import { scramble, unscramble } from '../../state/what-if/edits';
import { between } from '../stage/elements/commands/drawn-styles';
import type { Box } from '../stage/layout/geometry';
import styles from './Scramble.module.css';
import { useAttempt } from './useAttempt';

/** How wide the button is at most. */
const WIDTH = 124;

/* The same elements each time, which React then leaves alone. */
const back = <Undo2 size={13} aria-hidden="true" />;
const scrambles = <Shuffle size={13} aria-hidden="true" />;

export interface ScrambleProps {
  readonly tensor: string;
  readonly box: Box;
  /** How wide the picture is that it stays in. */
  readonly within: number;
  /** Whether there are other numbers in it. */
  readonly isScrambled: boolean;
}

/** Puts other numbers into a slot, to see what moves by it; and takes them out again. */
export const Scramble = memo(function Scramble({ tensor, box, within, isScrambled }: ScrambleProps) {
  const attempt = useAttempt();
  return (
    <button
      type="button"
      className={styles.scramble}
      style={{ left: Math.min(box.x, within - WIDTH), top: between(box.y + box.height, 0) }}
      aria-label={isScrambled ? `Put ${spoken(tensor)} back` : `Scramble ${spoken(tensor)}`}
      title={
        isScrambled
          ? 'As the way forward left it'
          : 'What if the cache held other numbers? See which gradients move, and which do not'
      }
      onClick={() => attempt((isScrambled ? unscramble : scramble)(tensor))}
    >
      {isScrambled ? back : scrambles} {isScrambled ? 'Put it back' : 'Scramble this'}
    </button>
  );
});
