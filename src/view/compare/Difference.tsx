import { useMemo } from 'react';
import { parseName, spoken } from '../../core/model/names';
import { type Run, selectRuns } from '../../state/runs';
import { Select } from '../controls/Select';
import { useActions, useStore } from '../store';
import styles from './Compare.module.css';
import { DifferenceMap } from './DifferenceMap';

const NONE = 'none';

/** The cell-by-cell difference of a tensor between the first run and each other one, on a scale of its own. */
export function Difference() {
  const runs = useStore(selectRuns);
  const tensor = useStore((state) => state.comparing.difference);
  const { compare } = useActions();
  const [first, ...others] = runs;
  const options = useMemo(
    () => [
      { value: NONE, label: 'no tensor' },
      ...Array.from(first!.trace.buffers.keys())
        .filter((name) => isComputed(name, runs))
        .map((value) => ({ value, label: spoken(value) })),
    ],
    [first, runs],
  );
  const chosen = options.some(({ value }) => value === tensor) ? tensor : undefined;
  return (
    <section className={styles.panel} aria-label="Differences">
      <div className={styles.panelHeader}>
        <h2>Difference, cell by cell</h2>
        <div className={styles.picker}>
          <Select
            label="Tensor whose differences are shown"
            value={chosen ?? NONE}
            options={options}
            onChange={(next) => compare({ difference: next === NONE ? undefined : next })}
          />
        </div>
      </div>
      {chosen && (
        <div className={styles.differences}>
          {others.map((other, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a run is its number, whatever rule is in it.
            <DifferenceMap key={i} tensor={chosen} first={first!} other={other} number={i + 2} />
          ))}
        </div>
      )}
    </section>
  );
}

/** Whether all runs compute a tensor of that name, and none was given it. */
const isComputed = (name: string, runs: readonly Run[]): boolean =>
  ['Z', 'A', 'dZ', 'dA', 'dW', 'db'].includes(parseName(name).kind) &&
  name !== 'A0' &&
  runs.every(({ trace }) => trace.buffers.has(name));
