import { max } from 'd3-array';
import { type CSSProperties, memo } from 'react';
import { inBytes } from '../numbers';
import type { ByteLine } from './chart';
import styles from './Timeline.module.css';

interface Props {
  readonly lines: readonly ByteLine[];
  /** Those that are drawn only when they are asked for. */
  readonly hidden: readonly ByteLine[];
  /** Draws a line, or takes it away; none where all are always drawn. */
  readonly onToggle: ((name: string) => void) | undefined;
}

/** Which line is which, with its highest point: its name draws it and takes it away, unless it is one that always stays. */
export const LineLegend = memo(function LineLegend({ lines, hidden, onToggle }: Props) {
  return (
    <ul className={styles.legend} aria-label="Peak of the bytes held for the way back">
      {[...lines, ...hidden].map((line) => {
        const isShown = lines.includes(line);
        const words = (
          <>
            <Sample line={line} />
            {line.name} {inBytes(max(line.bytes) ?? 0)}
          </>
        );
        return (
          <li key={line.name} data-coloured={Boolean(line.colour)} data-shown={isShown}>
            {onToggle && !line.filled ? (
              <button
                type="button"
                aria-pressed={isShown}
                title={isShown ? 'Take this line away' : 'Draw this line too'}
                onClick={() => onToggle(line.name)}
              >
                {words}
              </button>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ul>
  );
});

const Sample = ({ line: { dash, colour } }: { line: ByteLine }) => (
  <svg width="16" height="6" aria-hidden="true" style={{ '--line-colour': colour } as CSSProperties}>
    <path d="M0,3H16" className={styles.line} strokeDasharray={dash} data-coloured={Boolean(colour)} />
  </svg>
);
