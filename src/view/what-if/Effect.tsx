import type { Moved } from '../../core/moved';
import { selectMoved, selectTrace } from '../../state/selectors';
import { useStore } from '../../state/store';
import type { Change } from '../../state/what-if/schema';
import { readersInWords } from '../../state/what-if/words';
import inspector from '../inspector/Inspector.module.css';
import { Named } from '../inspector/Named';
import { Sentence } from '../inspector/Sentence';
import { inShort } from '../numbers';
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
            <Sentence of={readersInWords(tensor, trace, moved.length > 0)} />
          </p>
        ))}
        <p>{moved.length > 0 ? 'So these gradients moved, and no other:' : 'No gradient moved.'}</p>
      </div>
      {moved.length > 0 && (
        <ul className={inspector.list} aria-label="Gradients that moved">
          {moved.map((gradient) => (
            <MovedGradient key={gradient.gradient} moved={gradient} size={sizeOf(gradient, trace)} />
          ))}
        </ul>
      )}
    </>
  );
}

const sizeOf = ({ gradient }: Moved, { buffers }: Parameters<typeof readersInWords>[1]): number =>
  buffers.get(gradient)!.data.length;

function MovedGradient({ moved: { gradient, cells, by }, size }: { moved: Moved; size: number }) {
  return (
    <li>
      <span className={inspector.pill} data-kind="moved">
        <Named tensor={gradient}>
          <TensorName of={gradient} />
        </Named>
      </span>
      <span>
        {cells.length} of {size} cells, {Number.isNaN(by) ? 'to NaN' : `by up to ${inShort(by)}`}
      </span>
    </li>
  );
}
