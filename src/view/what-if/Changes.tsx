import { Undo2 } from 'lucide-react';
import { cell as at } from '../../core/math/matrix';
import { spoken, spokenCell } from '../../core/model/names';
import { computedIn } from '../../core/pass/frames/computed';
import type { Trace } from '../../core/pass/trace';
import { isChanged } from '../../core/pass/what-if/tamper';
import { inWords } from '../../explain/numbers';
import { selectTrace } from '../../state/selectors';
import type { Change } from '../../state/what-if/changes';
import { putAllBack, putBack } from '../../state/what-if/edits';
import controls from '../controls/controls.module.css';
import { useActions, useStore } from '../store';
import styles from './WhatIf.module.css';

/** What a change did: `Z[1] (1, 2): NaN instead of 0.38`. */
function changeInWords(change: Change, trace: Trace): string {
  if ('unrelated' in change) return `All of ${spoken(change.tensor)}: unrelated numbers`;
  if ('given' in change) return `All of ${spoken(change.tensor)}: the numbers that the file gives`;
  const { row, col, value } = change;
  const computed = computedIn(trace).get(change.tensor);
  const place = spokenCell(change.tensor, row, col);
  if (!computed || row >= computed.rows || col >= computed.cols)
    return `${place}: ${inWords(Number(value))} where no cell is now`;
  // What is stored may be less than what was typed.
  const standing = isChanged(trace, change.tensor) && trace.buffers.get(change.tensor);
  const is = standing ? at(standing, row, col) : Number(value);
  return `${place}: ${inWords(is)} instead of ${inWords(at(computed, row, col))}`;
}

const keyOf = (change: Change): string =>
  'row' in change ? `${change.tensor} ${change.row} ${change.col}` : change.tensor;

/** The changes that were made, each with its way back. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const trace = useStore(selectTrace);
  const { edit } = useActions();
  return (
    <>
      <ul className={styles.changes} aria-label="Changed by hand">
        {changes.map((change) => {
          const words = changeInWords(change, trace);
          return (
            <li key={keyOf(change)}>
              <span>{words}</span>
              <button
                type="button"
                className={controls.icon}
                aria-label={`Put back ${words}`}
                title="Put it back"
                onClick={() => edit(putBack(change))}
              >
                <Undo2 size={14} aria-hidden="true" />
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" className={controls.button} onClick={() => edit(putAllBack)}>
        <Undo2 size={14} aria-hidden="true" /> Put everything back
      </button>
    </>
  );
}
