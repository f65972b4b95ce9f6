import {
  batchNormRuleNames,
  batchNormRules,
  dropoutRuleNames,
  dropoutRules,
  usualDropout,
  usualNorm,
} from '../../core/model/regularisation';
import { setBatchNorm, setDropout } from '../../state/choice/edits';
import { NumberField } from '../controls/NumberField';
import { Select } from '../controls/Select';
import { useActions, useWanted } from '../store';
import styles from './Editor.module.css';

/** What stands for none. */
const OFF = 'off';

/** A list to choose a rule from, or none. */
const optionsOf = <T extends string>(
  names: readonly T[],
  rules: Readonly<Record<T, { readonly label: string; readonly says: string }>>,
) => [
  { value: OFF },
  ...names.map((value) => ({ value, label: rules[value].label, aside: rules[value].says })),
];

const batchNormOptions = optionsOf(batchNormRuleNames, batchNormRules);

const dropoutOptions = optionsOf(dropoutRuleNames, dropoutRules);

/** Batch norm and dropout of layer l, each with what it keeps. The last layer has no dropout. */
export function Regularisation({ l }: { l: number }) {
  const { batch_norm, dropout } = useWanted((choice) => choice.layers[l - 1]!);
  const isLast = useWanted((choice) => l === choice.layers.length);
  const { edit } = useActions();
  const usual = { ...usualDropout, seed: l };
  return (
    <>
      <div className={styles.row}>
        <span className={styles.caption}>batch norm</span>
        <span className={styles.choice}>
          <Select
            label={`Batch norm of layer ${l}`}
            {...(batch_norm && { prefix: 'keeps' })}
            compact
            value={batch_norm?.keep ?? OFF}
            options={batchNormOptions}
            onChange={(chosen) => {
              const keep = batchNormRuleNames.find((rule) => rule === chosen);
              edit(setBatchNorm(l, keep && { epsilon: (batch_norm ?? usualNorm).epsilon, keep }));
            }}
          />
        </span>
      </div>
      {!isLast && (
        <div className={styles.row}>
          <span className={styles.caption}>dropout</span>
          <span className={styles.choice}>
            <Select
              label={`Dropout of layer ${l}`}
              {...(dropout && { prefix: 'keeps' })}
              compact
              value={dropout?.keep ?? OFF}
              options={dropoutOptions}
              onChange={(chosen) => {
                const keep = dropoutRuleNames.find((rule) => rule === chosen);
                edit(setDropout(l, keep && { ...usual, ...dropout, keep }));
              }}
            />
          </span>
        </div>
      )}
      {!isLast && dropout && (
        <div className={styles.row}>
          <span className={styles.caption}>keep_prob</span>
          <NumberField
            label={`keep_prob of layer ${l}`}
            value={dropout.keep_prob}
            whole={false}
            least={0.05}
            most={1}
            onChange={(keep_prob) => edit(setDropout(l, { ...dropout, keep_prob }))}
          />
        </div>
      )}
    </>
  );
}
