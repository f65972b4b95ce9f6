import { useMemo } from 'react';
import { compareMoves, selectRunFrames, selectRunScales, selectWay } from '../../state/compared';
import { selectRuns } from '../../state/runs';
import { Guard } from '../guard/Guard';
import { useKeys } from '../keys/useKeys';
import { later, useLater } from '../later';
import { isHeaderInALine, type Layout } from '../layout';
import appStyles from '../page/App.module.css';
import { Rail } from '../rail/Rail';
import { useDisplay, useDisplayActions, useStore } from '../store';
import { useMoves } from '../timeline/useMoves';
import { usePlaying } from '../timeline/usePlaying';
import { AddRule } from './AddRule';
import styles from './Compare.module.css';
import { Difference } from './Difference';
import { PeakChart } from './PeakChart';
import { ComparedRun } from './runs/ComparedRun';
import { ComparedTimeline } from './runs/ComparedTimeline';
import { runGeometries } from './runs/run-geometry';
import { usePlans } from './runs/usePlans';
import { Table } from './Table';
import { Timing } from './times/Timing';

const sheets = later('Sheets', () => import('../sheets/Sheets'));

/** What is beside the pictures: the board's padding, a run's borders, and the board's scroll bar. */
const BESIDE = 52;

/** Keep rules side by side, locked to one step. */
export function CompareView({ layout }: { layout: Layout }) {
  const runs = useStore(selectRuns);
  const frames = useStore(selectRunFrames);
  const { steps, index } = useStore(selectWay);
  const scales = useStore(selectRunScales[useDisplay((state) => state.sharing)]);
  const { pick, remove, removable } = usePlans();
  const moves = useMoves(compareMoves);
  useKeys(moves);
  usePlaying(moves);
  const narrow = layout.mode === 'narrow';
  const width = layout.width - layout.railWidth - BESIDE;
  const height = layout.stripHeight + layout.stage.height;
  // Elsewhere it stands in the header.
  const adds = layout.headerHeight === 0 || !isHeaderInALine(layout);
  const { geometries, tight } = useMemo(
    () =>
      runGeometries(
        runs.map(({ trace }) => trace),
        width,
        narrow ? 'layer' : 'network',
        narrow ? undefined : { height, adds },
      ),
    [runs, width, height, narrow, adds],
  );
  const editing = useDisplay(({ sheet }) => sheet?.of === 'editor');
  const { openSheet } = useDisplayActions();
  const Sheets = useLater(sheets, editing, () => openSheet(undefined));
  return (
    <main className={appStyles.main} data-view="compare" data-step={index}>
      {layout.railWidth > 0 && (
        <div className={appStyles.rail}>
          <Guard part="The rail" over>
            <Rail staged={false} />
          </Guard>
        </div>
      )}
      {Sheets && (
        <div className={styles.over}>
          <Guard part="The editor" over onLeave={() => openSheet(undefined)}>
            <Sheets mode={layout.mode} layers />
          </Guard>
        </div>
      )}
      <div className={styles.board} data-tight={tight}>
        {runs.map((run, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a run is its number, whatever rule is in it.
          <Guard key={i} part={`Rule ${i + 1}`}>
            <ComparedRun
              number={i + 1}
              run={run}
              at={frames[i]!}
              scales={scales}
              geometry={geometries[i]!}
              step={steps[index - 1]}
              onPick={(reference) => pick(i, reference)}
              onRemove={removable ? () => remove(i) : undefined}
            />
          </Guard>
        ))}
        {adds && <AddRule />}
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
      </div>
      <div className={appStyles.timeline}>
        <Guard part="The timeline">
          <ComparedTimeline layout={layout} />
        </Guard>
      </div>
    </main>
  );
}
