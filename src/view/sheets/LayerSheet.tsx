import { activationNames, isBuiltIn } from '../../core/activations';
import { keepRuleNames, keepRules } from '../../core/model/keep-rules';
import { setActivation, setKeep } from '../../state/choice/edits';
import { Segmented } from '../controls/Segmented';
import { LayerChoices } from '../stage/head/LayerChoices';
import { useActions, useWanted } from '../store';
import styles from './LayerSheet.module.css';
import { Sheet, type Side } from './Sheet';

const activations = activationNames.map((value) => ({ value }));
const rules = keepRuleNames.map((value) => {
  const { label, says } = keepRules[value];
  return { value, label, title: says };
});

/** A layer's choices within a thumb's reach, below the part of the stage that they change. */
export function LayerSheet({ l, side }: { l: number; side: Side }) {
  const layer = useWanted((choice) => choice.layers[l - 1]);
  const { edit } = useActions();
  if (!layer) return null;
  return (
    <Sheet title={`Layer ${l}`} side={side}>
      <div className={styles.body}>
        <p>keeps</p>
        <Segmented
          label={`What layer ${l} keeps`}
          value={layer.keep}
          options={rules}
          onChange={(keep) => edit(setKeep(l, keep))}
        />
        <p>activation</p>
        <Segmented
          label={`What layer ${l} applies`}
          value={isBuiltIn(layer.activation) ? layer.activation : undefined}
          options={activations}
          onChange={(activation) => edit(setActivation(l, activation))}
        />
        <LayerChoices l={l} />
      </div>
    </Sheet>
  );
}
