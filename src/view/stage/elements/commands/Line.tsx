import { createContext, type ReactNode, useContext, useId } from 'react';
import type { CommandOf } from '../../drawing/command';
import styles from './Drawn.module.css';
import { colourOf } from './drawn-styles';

/** The identifier of the head of the arrows, in each picture another one. */
const Head = createContext<string | undefined>(undefined);

/** The head of the arrows, for all lines within that end in one. */
export function ArrowHead({ children }: { children: ReactNode }) {
  const head = useId();
  return (
    <Head value={head}>
      <svg className={styles.line} aria-hidden="true">
        <defs>
          <marker
            id={head}
            viewBox="0 0 10 10"
            refX="6"
            refY="5"
            markerWidth="4"
            markerHeight="4"
            orient="auto"
          >
            <path d="M0,0 L10,5 L0,10 z" style={{ fill: colourOf('read') }} />
          </marker>
        </defs>
      </svg>
      {children}
    </Head>
  );
}

/** A line along a path; it reaches wherever its path leads. */
export function Line({
  of: { sign, d, tone, width, dash, round, opacity, arrow },
}: {
  of: CommandOf<'line'>;
}) {
  const head = useContext(Head);
  return (
    <svg className={styles.line} aria-hidden="true">
      <path
        d={d}
        data-drawn={sign}
        style={{
          stroke: colourOf(tone),
          strokeWidth: width,
          strokeDasharray: dash,
          strokeLinecap: round ? 'round' : undefined,
          opacity,
        }}
        markerEnd={arrow ? `url(#${head})` : undefined}
      />
    </svg>
  );
}
