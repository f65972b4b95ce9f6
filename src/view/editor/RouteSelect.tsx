import { routeChoices } from '../../compare/route-choices';
import { type RouteName, routeNames } from '../../core/model/model';
import { setRoute } from '../../state/choice/edits';
import { selectIsFused } from '../../state/selectors';
import { Select } from '../controls/Select';
import { useActions, useStore, useWanted } from '../store';
import styles from './Editor.module.css';

const labels = { cheapest: 'the cheaper', A: 'A', Z: 'Z', Z_stable: 'Z, stable form' };

/** What the backward of layer l reads, where its activation_cache leaves a choice. */
export function RouteSelect({ l }: { l: number }) {
  const { edit } = useActions();
  const layer = useWanted((choice) => choice.layers[l - 1]!);
  const isFused = useStore(selectIsFused);
  const isUnread = useWanted((choice) => l === choice.layers.length) && isFused;
  const choices = isUnread ? undefined : routeChoices(layer);
  if (!choices) return null;
  const { offered, chosen, cheapest } = choices;
  const wanted = (value: string): RouteName | undefined =>
    routeNames.find((route) => route === value && (offered.includes('cheapest') || route !== cheapest));
  return (
    <div className={styles.row}>
      <span className={styles.caption}>backward</span>
      <span className={styles.choice}>
        <Select
          label={`Read by layer ${l}'s backward`}
          prefix="reads"
          compact
          value={chosen}
          options={offered.map((value) => ({
            value,
            label: labels[value],
            ...(value === 'cheapest' && { aside: `${cheapest} here` }),
          }))}
          onChange={(value) => edit(setRoute(l, wanted(value)))}
        />
      </span>
    </div>
  );
}
