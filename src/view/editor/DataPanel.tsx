import { initSchemeNames } from '../../core/model/init';
import { lossNames } from '../../core/operations/losses';
import { dataSetNames, dataSets } from '../../data/sets';
import { limits } from '../../formats/limits';
import { isOpened, sizesOfChoice } from '../../state/choice/choice';
import { setData, setExamples, setInit, setLoss, setPrecision } from '../../state/choice/edits';
import { wantedOf } from '../../state/taking';
import { NumberField } from '../controls/NumberField';
import { Segmented } from '../controls/Segmented';
import { Select } from '../controls/Select';
import { Guard } from '../guard/Guard';
import { later, useLater } from '../later';
import { useStoreApi, useWanted } from '../store';
import styles from './Editor.module.css';

const outputSwitch = later('OutputSwitch', () => import('./OutputSwitch'));

const setOptions = dataSetNames.map((value) => ({ value, label: dataSets[value].label }));
const lossOptions = lossNames.map((value) => ({ value, label: value.replaceAll('_', ' ') }));
const initOptions = initSchemeNames.map((value) => ({ value }));
const precisionOptions = [{ value: 'float32' }, { value: 'float64' }] as const;

/** The loss, the data, and how numbers are drawn and stored. */
export function DataPanel() {
  const choice = useWanted((choice) => choice);
  const { getState } = useStoreApi();
  const { edit, notify } = getState();
  const { data, loss, init, precision } = choice;
  const opened = isOpened(data);
  const OutputSwitch = useLater(outputSwitch, true);
  const { units, m } = sizesOfChoice(choice);
  const draw = (init: Parameters<typeof setInit>[0]) => {
    const isReplacing = opened && data.parameters !== undefined;
    edit(setInit(init));
    if (isReplacing && wantedOf(getState()) !== choice)
      notify(
        `W and b are now drawn at random, in place of those that came with ${data.name}. Undo brings them back.`,
      );
  };
  return (
    <>
      <div className={styles.heading}>
        <h2>Loss</h2>
        <Select label="Loss" value={loss} options={lossOptions} onChange={(next) => edit(setLoss(next))} />
      </div>
      {OutputSwitch && (
        <Guard part="How the way back begins">
          <OutputSwitch />
        </Guard>
      )}
      <div className={styles.heading}>
        <h2>Data</h2>
        <span className={styles.hint}>
          X is {units[0]} by {m}
        </span>
      </div>
      <Select
        label="Data"
        value={opened ? undefined : data.set}
        placeholder={opened ? data.name : ''}
        options={setOptions}
        onChange={(next) => edit(setData(next))}
      />
      <div className={styles.fields}>
        <label>
          <span>m</span>
          <NumberField
            label="Examples m"
            value={m}
            least={1}
            most={opened ? m : dataSets[data.set].most}
            disabled={opened}
            onChange={(next) => edit(setExamples(next))}
          />
        </label>
        <label>
          <span>seed</span>
          <NumberField
            label="Seed"
            value={init.seed}
            least={0}
            most={limits.seed}
            onChange={(seed) => draw({ seed })}
          />
        </label>
        <div>
          <span>weights</span>
          <Select
            label="Weights drawn by"
            value={init.scheme}
            options={initOptions}
            onChange={(scheme) => draw({ scheme })}
          />
        </div>
      </div>
      <Segmented
        label="Precision"
        value={precision}
        options={precisionOptions}
        onChange={(next) => edit(setPrecision(next))}
      />
      {precision === 'float32' && (
        <p className={styles.hint}>
          Every product and every sum is rounded to float32, one term at a time, as code in float32 does.
          NumPy adds in another order, so its last digits can differ.
        </p>
      )}
    </>
  );
}
