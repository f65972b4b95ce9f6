import type { Report } from '../../../mine';
import type { Brought } from '../../../state/mine/brought';
import controls from '../../controls/controls.module.css';
import { useActions, useStore } from '../../store';
import { counted } from '../report/signs';
import styles from './Bring.module.css';
import { Unplaced } from './Unplaced';

/** What came, how it is read, and what could not be placed. */
export function Came({ brought, report }: { brought: Brought; report: Report }) {
  const { takeAway } = useActions();
  const isBrought = useStore(({ mine }) => mine !== undefined);
  const { tensors, unplaced, sources, remarks } = brought;
  const left = report.rows.filter(({ theirs }) => !theirs).map(({ tensor }) => tensor);
  return (
    <section className={styles.came} aria-label="What came">
      <p>
        <strong>{sources.join(', ')}</strong> · {counted(tensors.size, 'array')} found
        {unplaced.length > 0 && ` · ${unplaced.length} not placed`}
        {isBrought && (
          <button type="button" className={controls.button} onClick={takeAway}>
            Take away
          </button>
        )}
      </p>
      {unplaced.length > 0 && left.length > 0 && <Unplaced brought={brought} left={left} />}
      {[...remarks, ...report.remarks].map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </section>
  );
}
