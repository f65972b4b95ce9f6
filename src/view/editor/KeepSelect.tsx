import { keepRuleNames, keepRules } from '../../core/model/keep-rules';
import { setKeep } from '../../state/choice/edits';
import { Select } from '../controls/Select';
import { useActions, useWanted } from '../store';
import styles from './KeepSelect.module.css';

const options = keepRuleNames.map((value) => {
  const { label, says } = keepRules[value];
  return { value, label, aside: says };
});

/** What the activation_cache of layer l keeps; in short without the word. */
export function KeepSelect({ l, short }: { l: number; short?: boolean }) {
  const keep = useWanted((choice) => choice.layers[l - 1]?.keep);
  const { edit } = useActions();
  return (
    <span className={styles.keep} data-short={short}>
      <Select
        label={`Kept by layer ${l}`}
        prefix="keeps"
        compact
        value={keep}
        options={options}
        onChange={(next) => edit(setKeep(l, next))}
      />
    </span>
  );
}
