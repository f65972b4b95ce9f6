import { keepRuleNames, keepRules } from '../../core/model/keep-rules';
import { setAllKeeps } from '../../state/choice/edits';
import { Segmented } from '../controls/Segmented';
import { useActions, useWanted } from '../store';
import styles from './KeepSwitch.module.css';

const options = keepRuleNames.map((value) => {
  const { label, says } = keepRules[value];
  return { value, label, title: says };
});

/** One switch that sets what all layers keep; none is chosen where they differ. */
export function KeepSwitch() {
  const layers = useWanted((choice) => choice.layers);
  const { edit } = useActions();
  const first = layers[0]!.keep;
  const common = layers.every(({ keep }) => keep === first) ? first : undefined;
  return (
    <div className={styles.keep} title={common ? undefined : 'Each layer has a rule of its own.'}>
      <span>All keep</span>
      <Segmented
        label="Kept by all layers"
        value={common}
        options={options}
        onChange={(keep) => edit(setAllKeeps(keep))}
      />
    </div>
  );
}
