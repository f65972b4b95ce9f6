import { setOutput } from '../../state/choice/edits';
import { selectCanFuse, selectIsFused } from '../../state/selectors';
import { Segmented } from '../controls/Segmented';
import { useActions, useStore } from '../store';
import styles from './Editor.module.css';

const options = [
  {
    value: 'two_steps',
    label: 'dA, then dZ',
    title: 'The gradient of the loss, then the activation’s backward',
  },
  { value: 'fused', label: 'dZ at once', title: 'dZ = A − Y, as losses with logits have it' },
] as const;

/** Whether the way back begins with dA[L] or with dZ[L], where loss and last activation leave that choice. */
export function OutputSwitch() {
  const { edit } = useActions();
  const canFuse = useStore(selectCanFuse);
  const isFused = useStore(selectIsFused);
  if (!canFuse) return null;
  return (
    <>
      <p className={styles.hint}>How the way back begins</p>
      <Segmented
        label="How the way back begins"
        value={isFused ? 'fused' : 'two_steps'}
        options={options}
        onChange={(output) => edit(setOutput(output))}
      />
    </>
  );
}
