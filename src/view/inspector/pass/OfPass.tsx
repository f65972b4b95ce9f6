import { usePanels } from '../../../state/shown/panels';
import { Guard } from '../../guard/Guard';
import { later, useInTime } from '../../later';
import { Legend } from '../../stage/Legend';
import styles from '../Inspector.module.css';

const checks = later('Checks', () => import('../../checks/Checks'));

/** What is so at every step of a pass: whether it is right, and what its colours mean. */
export function OfPass() {
  const hidden = usePanels((state) => state.hidden);
  const Checks = useInTime(checks);
  return (
    <>
      {!hidden.includes('checks') && (
        <div className={styles.checks}>
          {Checks && (
            <Guard part="The list of checks">
              <Checks />
            </Guard>
          )}
        </div>
      )}
      <div className={styles.colours}>
        <Guard part="The colour scales">
          <Legend />
        </Guard>
      </div>
    </>
  );
}
