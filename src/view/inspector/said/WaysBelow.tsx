import { Ways } from './Ways';
import styles from './WaysBelow.module.css';

interface Props {
  /** In CSS pixels. */
  readonly height: number;
  /** Whether something else lies over the stage now. */
  readonly hidden: boolean;
  /** Whether what layer 1 is can be chosen here, since its head is out of sight. */
  readonly choosing: boolean;
}

/** The ways on from the first sight, over the stage's lower edge. They stay while a sheet is over them, so that the focus can come back to what opened that. */
export const WaysBelow = ({ height, hidden, choosing }: Props) => (
  <div className={styles.ways} style={{ height }} hidden={hidden}>
    <Ways choosing={choosing} />
  </div>
);
