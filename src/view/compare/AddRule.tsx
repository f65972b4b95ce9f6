import { Plus } from 'lucide-react';
import { MOST_PLANS } from '../../state/shown/view';
import controls from '../controls/controls.module.css';
import { useStore } from '../store';
import { usePlans } from './runs/usePlans';

/** The button for one more rule, as long as there may be one. */
export function AddRule() {
  const { add } = usePlans();
  const isFull = useStore(({ comparing }) => comparing.plans.length >= MOST_PLANS);
  if (isFull) return null;
  return (
    <button type="button" className={controls.button} onClick={add}>
      <Plus size={15} aria-hidden="true" /> Add a rule
    </button>
  );
}
