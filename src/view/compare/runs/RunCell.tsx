import { spoken } from '../../../core/model/names';
import type { Frame } from '../../../core/pass/frames/frame';
import type { Trace } from '../../../core/pass/trace';
import { explain } from '../../../explain/cell-sum';
import { inWords } from '../../../explain/numbers';
import type { CellAt } from '../../../state/shown/pointing';
import { reckoned } from '../../inspector/cell/cell-words';
import styles from '../Compare.module.css';

/** What the cell that is picked in a run is the sum of, in the numbers of its run. */
export function RunCell({ at, trace, frame }: { at: CellAt; trace: Trace; frame: Frame }) {
  const place = frame.places.get(at.place);
  const { row, col } = at;
  const explanation = place && explain({ tensor: place.tensor, row, col }, trace, frame.index);
  if (!explanation) return null;
  const { value, reckoning } = explanation;
  return (
    <p className={styles.cell} aria-live="polite">
      {spoken(place.tensor)} ({row + 1}, {col + 1}) = {inWords(value)}
      {reckoning ? ` = ${reckoned(reckoning)}` : ', given'}
    </p>
  );
}
