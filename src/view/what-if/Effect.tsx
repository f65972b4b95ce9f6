import { isGradient } from '../../core/model/names';
import type { Trace } from '../../core/pass/trace';
import type { Moved } from '../../core/pass/what-if/moved';
import { selectMoved, selectTrace } from '../../state/selectors';
import type { Change } from '../../state/what-if/changes';
import { readersInWords } from '../../state/what-if/words';
import { Sentence } from '../inspector/said/Sentence';
import { Named } from '../inspector/step/Named';
import details from '../inspector/step/StepDetails.module.css';
import { inShort } from '../numbers';
import { useStore } from '../store';
import { TensorName } from '../TensorName';
import styles from './WhatIf.module.css';

/** Who reads what was changed, and the gradients that moved by it. */
export function Effect({ changes }: { changes: readonly Change[] }) {
  const trace = useStore(selectTrace);
  const moved = useStore(selectMoved);
  const tensors = [...new Set(changes.map(({ tensor }) => tensor))];
  return (
    <>
      <div aria-live="polite" className={styles.readers}>
        {tensors.map((tensor) => (
          <p key={tensor}>
            <Sentence of={readersInWords(tensor, trace, moved)} />
          </p>
        ))}
        <p>{movedInWords(moved)}</p>
      </div>
      {moved.length > 0 && (
        <ul className={details.list} aria-label="What moved">
          {moved.map((one) => (
            <MovedTensor key={one.tensor} moved={one} trace={trace} />
          ))}
        </ul>
      )}
    </>
  );
}

function movedInWords(moved: readonly Moved[]): string {
  if (moved.length === 0) return 'No gradient moved.';
  return moved.some(({ tensor }) => isGradient(tensor))
    ? 'So these moved, and no other:'
    : 'No gradient moved, only what is computed again:';
}

function MovedTensor({ moved: { tensor, cells, by }, trace }: { moved: Moved; trace: Trace }) {
  const size = trace.buffers.get(tensor)!.data.length;
  return (
    <li>
      <span className={details.pill} data-kind="moved">
        <Named tensor={tensor}>
          <TensorName of={tensor} />
        </Named>
      </span>
      <span>
        {cells} of {size} cells, {Number.isNaN(by) ? 'to NaN' : `by up to ${inShort(by)}`}
      </span>
    </li>
  );
}
