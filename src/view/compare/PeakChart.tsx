import { max } from 'd3-array';
import { bestK, checkpointReference } from '../../compare/plans';
import { smallest } from '../../core/math/extremes';
import { inBytes } from '../numbers';
import { useActions, useStore } from '../store';
import styles from './Compare.module.css';
import { notInThePeak } from './slots-in-words';
import { usePeaks } from './usePeaks';

/** The peak of checkpoints over k, of which each bar can be put into a run. */
export function PeakChart() {
  const peaks = usePeaks();
  return (
    <section className={styles.panel} aria-label="Peak of checkpoints" aria-busy={!peaks}>
      <h2>Peak with a checkpoint every k layers</h2>
      {peaks ? <Bars peaks={peaks} /> : <p className={styles.small}>Being worked out …</p>}
    </section>
  );
}

function Bars({ peaks }: { readonly peaks: readonly number[] }) {
  const { plans } = useStore((state) => state.comparing);
  const { compare } = useActions();
  const most = max(peaks) || 1;
  const lowest = smallest(peaks);
  const last = plans.findLastIndex((plan) => plan.startsWith('checkpoint'));
  const pick = (k: number) =>
    compare({ plans: plans.with(last < 0 ? plans.length - 1 : last, checkpointReference(k)) });
  const root = bestK(peaks.length);
  return (
    <>
      <ol className={styles.bars}>
        {peaks.map((peak, i) => {
          const k = i + 1;
          const chosen = plans.includes(checkpointReference(k));
          return (
            <li key={k} data-lowest={peak === lowest} data-root={k === root}>
              <button
                type="button"
                aria-pressed={chosen}
                aria-label={`k = ${k}: ${inBytes(peak)}${peak === lowest ? ', the lowest' : ''}`}
                title={`k = ${k}: ${inBytes(peak)}`}
                onClick={() => pick(k)}
              >
                <span className={styles.bar} style={{ height: `${(peak / most) * 100}%` }} />
              </button>
              <span aria-hidden="true">{k}</span>
            </li>
          );
        })}
      </ol>
      <p className={styles.small}>
        Lowest {inBytes(lowest)}, highest {inBytes(most)}. √L of {peaks.length} layers is{' '}
        {Math.sqrt(peaks.length).toFixed(1)}; the segment that is being run again is counted. {notInThePeak} A
        bar gives its k to a rule.
      </p>
    </>
  );
}
