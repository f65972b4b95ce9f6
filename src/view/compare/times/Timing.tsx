import { useState } from 'react';
import { SHORTEST_RUN } from '../../../compare/times';
import { type ActivationName, activationNames } from '../../../core/activations';
import { nameOf, selectRuns } from '../../../state/runs';
import controls from '../../controls/controls.module.css';
import { Segmented } from '../../controls/Segmented';
import { Select } from '../../controls/Select';
import { useStore } from '../../store';
import styles from '../Compare.module.css';
import { TimingResult } from './TimingResult';
import { useTiming } from './useTiming';

const sizes = ['64', '256', '512', '1024'].map((value) => ({ value }));
const activationOptions = activationNames.map((value) => ({ value }));
const LAYERS = 3;

/** Runs the first two rules in turn on this machine, in a thread of its own, and tells their times. */
export function Timing() {
  const [first, second] = useStore(selectRuns);
  // An activation of which Z and A cost different amounts: the rules can be seen to differ.
  const [activation, setActivation] = useState<ActivationName>('tanh');
  const [units, setUnits] = useState('256');
  const { progress, outcome, start, stop } = useTiming();

  const runBoth = () => {
    const size = { layers: LAYERS, units: Number(units), m: Number(units) };
    const rules = [nameOf(first!), nameOf(second!)] as const;
    const subject = `${activation}, ${units} by ${units} on ${units} examples`;
    start([first!.reference, second!.reference], size, { rules, activation, subject });
  };
  return (
    <section className={styles.panel} aria-label="Measured time">
      <h2>Measured time, rule 1 against rule 2</h2>
      <div className={styles.panelHeader}>
        <div className={styles.picker}>
          <Select
            label="Activation to be timed"
            value={activation}
            options={activationOptions}
            onChange={(next) => setActivation(next)}
          />
        </div>
        <Segmented label="Units and examples to be timed" value={units} options={sizes} onChange={setUnits} />
        {progress === undefined ? (
          <button type="button" className={controls.button} onClick={runBoth}>
            Run both
          </button>
        ) : (
          <>
            <progress
              {...(progress !== 'warming up' && { max: progress.of, value: progress.done })}
              aria-label="Pairs of runs that are done"
            />
            <button type="button" className={controls.button} onClick={stop}>
              Stop
            </button>
          </>
        )}
      </div>
      <p className={styles.small}>
        {LAYERS} layers of {units} by {units} on {units} examples, float32, on this machine. Each run lasts{' '}
        {SHORTEST_RUN} ms or more, and the two rules take turns in random order. What varies from run to run
        is noise: the range beside each ratio is a 99% confidence interval.
      </p>
      <div role="status">
        {typeof outcome === 'string' && <p>{outcome}</p>}
        {typeof outcome === 'object' && <TimingResult timed={outcome} />}
      </div>
    </section>
  );
}
