import { useMemo } from 'react';
import { passSum } from '../../../compare/pass-sum';
import type { Trace } from '../../../core/pass/trace';
import { Sentence } from '../said/Sentence';
import styles from './PassSum.module.css';
import { passSumInWords } from './pass-sum-words';

/** The pass summed up at its end: what was kept, what of it was read, what it cost and what would have been enough. */
export function PassSum({ trace }: { trace: Trace }) {
  const words = useMemo(() => passSumInWords(passSum(trace), trace.model), [trace]);
  return (
    <section className={styles.sum} aria-label="The pass in sum">
      <h3>The pass in sum</h3>
      <dl>
        {words.map(({ heading, sentence }) => (
          <div key={heading}>
            <dt>{heading}</dt>
            <dd>
              <Sentence of={sentence} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
