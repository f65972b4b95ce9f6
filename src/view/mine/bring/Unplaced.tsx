import { spoken } from '../../../core/model/names';
import type { Brought } from '../../../state/mine/brought';
import { Select } from '../../controls/Select';
import { useActions } from '../../store';
import styles from './Bring.module.css';

/** How many are listed: beyond that nobody places them one by one. */
const MOST = 12;

/** A name as it is shown: whole, or its beginning. */
const cut = (name: string): string => (name.length > 28 ? `${name.slice(0, 27)}…` : name);

/** Arrays whose names say nothing, each with a choice of what it is. */
export function Unplaced({ brought, left }: { brought: Brought; left: readonly string[] }) {
  const { place } = useActions();
  const options = left.map((value) => ({ value, label: spoken(value) }));
  return (
    <ul className={styles.unplaced} aria-label="Not placed">
      {brought.unplaced.slice(0, MOST).map((written) => (
        <li key={written}>
          <code>{cut(written)}</code>
          <Select
            label={`What ${cut(written)} is`}
            value={undefined}
            placeholder="is …"
            options={options}
            onChange={(tensor) => place(written, tensor)}
          />
        </li>
      ))}
      {brought.unplaced.length > MOST && <li>and {brought.unplaced.length - MOST} more</li>}
    </ul>
  );
}
