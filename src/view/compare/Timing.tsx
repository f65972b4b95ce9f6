import { useEffect, useRef, useState } from 'react';
import { type ActivationName, activationNames, isBuiltIn } from '../../core/activations';
import { nameOf, selectRuns } from '../../state/compared';
import { useStore } from '../../state/store';
import { type Measurement, measure, PAIRS, type Size } from '../../state/timing';
import controls from '../controls/controls.module.css';
import { Segmented } from '../controls/Segmented';
import { Select } from '../controls/Select';
import styles from './Compare.module.css';
import { type Timed, TimingResult } from './TimingResult';

const sizes = ['64', '256', '512', '1024'].map((value) => ({ value }));
const activationOptions = activationNames.map((value) => ({ value }));
const LAYERS = 3;

/** Runs the first two rules in turn on this machine, in a thread of its own, and tells their times. */
export function Timing() {
  const [first, second] = useStore(selectRuns);
  const ofModel = useStore((state) => state.choice.layers[0]!.activation);
  const [picked, setPicked] = useState<ActivationName>();
  const [units, setUnits] = useState('256');
  const [done, setDone] = useState<number>();
  const [outcome, setOutcome] = useState<Timed | string>();
  const running = useRef<Measurement>(undefined);
  const activation = picked ?? (isBuiltIn(ofModel) ? ofModel : 'tanh');
  useEffect(() => () => running.current?.stop(), []);

  const stop = () => {
    running.current?.stop();
    setDone(undefined);
  };
  const start = () => {
    const size: Size = { layers: LAYERS, units: Number(units), m: Number(units) };
    const rules = [nameOf(first!), nameOf(second!)] as const;
    const subject = `${activation}, ${units} by ${units} on ${units} examples`;
    setOutcome(undefined);
    setDone(0);
    running.current = measure([first!.reference, second!.reference], activation, size, setDone);
    running.current.result.then(
      (result) => {
        setOutcome({ result, rules, subject });
        setDone(undefined);
      },
      (error: Error) => {
        setOutcome(error.message);
        setDone(undefined);
      },
    );
  };
  return (
    <section className={styles.panel} aria-label="Measured time">
      <h2>Measured time, lane 1 against lane 2</h2>
      <div className={styles.panelHeader}>
        <div className={styles.picker}>
          <Select
            label="Activation to be timed"
            value={activation}
            options={activationOptions}
            onChange={(next) => setPicked(next)}
          />
        </div>
        <Segmented label="Units and examples to be timed" value={units} options={sizes} onChange={setUnits} />
        {done === undefined ? (
          <button type="button" className={controls.button} onClick={start}>
            Run both
          </button>
        ) : (
          <>
            <progress max={PAIRS + 1} value={done + 1} aria-label="Pairs of runs that are done" />
            <button type="button" className={controls.button} onClick={stop}>
              Stop
            </button>
          </>
        )}
      </div>
      <p className={styles.small}>
        {LAYERS} layers of {units} by {units} on {units} examples, float32, {PAIRS} pairs of runs in turn on
        this machine.
      </p>
      <div role="status">
        {typeof outcome === 'string' && <p>{outcome}</p>}
        {typeof outcome === 'object' && <TimingResult timed={outcome} />}
      </div>
    </section>
  );
}
