import { CircleQuestionMark } from 'lucide-react';
import controls from '../controls/controls.module.css';
import { useActions, useStore } from '../store';
import styles from './Header.module.css';

/** Has each step of the way back asked before it is taken, or no more. */
export function PredictSwitch({ compact }: { compact: boolean }) {
  const predicting = useStore((state) => state.predicting);
  const { setPredicting } = useActions();
  return (
    <button
      type="button"
      className={`${controls.button} ${styles.predict}`}
      aria-pressed={predicting}
      title="Predict what each step of the way back will read, before you see it"
      onClick={() => setPredicting(!predicting)}
    >
      <CircleQuestionMark size={15} aria-hidden="true" />{' '}
      <span className={compact ? controls.hidden : ''}>Predict</span>
    </button>
  );
}
