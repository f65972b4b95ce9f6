import { useMemo } from 'react';
import { difference } from '../../core/comparison';
import type { Place } from '../../core/frame';
import { cell as cellOf, largestMagnitude } from '../../core/matrix';
import { parseName, spoken } from '../../core/names';
import { type Run, selectRuns } from '../../state/compared';
import { useLook } from '../../state/look';
import { useStore } from '../../state/store';
import { Select } from '../controls/Select';
import { inWords } from '../numbers';
import { Heatmap } from '../stage/Heatmap';
import { useThemeName } from '../useThemeName';
import styles from './Compare.module.css';

/** What a heatmap of differences takes at most, and one of its cells. */
const MOST = { width: 320, height: 160 };
const CELL = { width: 26, height: 18 };

const NONE = 'none';

/** The cell-by-cell difference of a tensor between the first lane and each other one, on a scale of its own. */
export function Difference() {
  const runs = useStore(selectRuns);
  const tensor = useStore((state) => state.comparing.difference);
  const { compare } = useStore.getState();
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
            // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its number, whatever rule is in it.
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

interface MapProps {
  readonly tensor: string;
  readonly first: Run;
  readonly other: Run;
  readonly number: number;
}

function DifferenceMap({ tensor, first, other, number }: MapProps) {
  const theme = useThemeName();
  const id = `difference${number}`;
  const pointed = useLook(({ cell }) => (cell?.place === id ? cell : undefined));
  const matrix = useMemo(
    () => difference(other.trace.buffers.get(tensor)!, first.trace.buffers.get(tensor)!),
    [tensor, first, other],
  );
  const magnitude = largestMagnitude(matrix);
  const box = {
    x: 0,
    y: 20,
    width: Math.min(MOST.width, matrix.cols * CELL.width),
    height: Math.min(MOST.height, matrix.rows * CELL.height),
  };
  const place: Place = { lane: 'backward', tensor, layer: parseName(tensor).layer, state: 'held' };
  return (
    <figure className={styles.difference} style={{ minHeight: box.height + 20, minWidth: box.width }}>
      <Heatmap id={id} place={place} matrix={matrix} magnitude={magnitude} theme={theme} box={box} />
      <figcaption style={{ paddingTop: box.height + 24 }}>
        Lane {number} − lane 1: {magnitude === 0 ? 'no difference' : `at most ${inWords(magnitude)}`}
        {pointed && (
          <output>
            {' '}
            · row {pointed.row + 1}, column {pointed.col + 1}:{' '}
            <strong>{inWords(cellOf(matrix, pointed.row, pointed.col))}</strong>
          </output>
        )}
      </figcaption>
    </figure>
  );
}
