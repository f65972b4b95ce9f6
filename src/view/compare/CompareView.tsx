import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import {
  compareMoves,
  selectLaneFrames,
  selectLaneScales,
  selectRuns,
  selectWay,
} from '../../state/compared';
import { MOST_LANES } from '../../state/view';
import appStyles from '../App.module.css';
import controls from '../controls/controls.module.css';
import { Editor } from '../editor/Editor';
import { Guard } from '../guard/Guard';
import { useKeys } from '../keys/useKeys';
import type { Layout } from '../layout';
import { useDisplay, useStore } from '../store';
import { useMoves } from '../timeline/useMoves';
import { usePlaying } from '../timeline/usePlaying';
import styles from './Compare.module.css';
import { ComparedTimeline } from './ComparedTimeline';
import { Difference } from './Difference';
import { Lane } from './Lane';
import { laneGeometries } from './lane-geometry';
import { PeakChart } from './PeakChart';
import { Table } from './Table';
import { Timing } from './Timing';
import { useLanes } from './useLanes';

/** What is beside the pictures: the board's padding, a lane's borders, and the board's scroll bar. */
const BESIDE = 52;

/** Keep rules side by side, locked to one step. */
export function CompareView({ layout }: { layout: Layout }) {
  const runs = useStore(selectRuns);
  const frames = useStore(selectLaneFrames);
  const { steps, index } = useStore(selectWay);
  const scales = useStore(selectLaneScales[useDisplay((state) => state.sharing)]);
  const { pick, remove, add, removable } = useLanes();
  const moves = useMoves(compareMoves);
  useKeys(moves);
  usePlaying(moves);
  const narrow = layout.mode === 'narrow';
  const width = window.innerWidth - (narrow ? 0 : layout.editorWidth) - BESIDE;
  const geometries = useMemo(
    () =>
      laneGeometries(
        runs.map(({ trace }) => trace),
        width,
        narrow ? 'layer' : 'network',
      ),
    [runs, width, narrow],
  );
  const editor = (
    <Guard part="The editor">
      <Editor keeping={false} />
    </Guard>
  );
  return (
    <main className={appStyles.main} data-view="compare" data-step={index}>
      {!narrow && <div className={appStyles.editor}>{editor}</div>}
      <div className={styles.board}>
        {runs.map((run, lane) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its number, whatever rule is in it.
          <Guard key={lane} part={`Lane ${lane + 1}`}>
            <Lane
              number={lane + 1}
              run={run}
              at={frames[lane]!}
              scales={scales}
              geometry={geometries[lane]!}
              step={steps[index - 1]}
              onPick={(reference) => pick(lane, reference)}
              onRemove={removable ? () => remove(lane) : undefined}
            />
          </Guard>
        ))}
        {runs.length < MOST_LANES && (
          <button type="button" className={controls.button} onClick={add}>
            <Plus size={15} aria-hidden="true" /> Add a lane
          </button>
        )}
        <Guard part="The table of costs">
          <Table />
        </Guard>
        <Guard part="The map of differences">
          <Difference />
        </Guard>
        <Guard part="The chart of peaks">
          <PeakChart />
        </Guard>
        <Guard part="The measured time">
          <Timing />
        </Guard>
        {narrow && editor}
      </div>
      <div className={appStyles.timeline}>
        <Guard part="The timeline">
          <ComparedTimeline layout={layout} />
        </Guard>
      </div>
    </main>
  );
}
