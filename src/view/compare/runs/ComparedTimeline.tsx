import { useMemo } from 'react';
import { titleOf } from '../../../explain/title';
import { compareMoves, selectAligned, selectWay } from '../../../state/compared';
import { nameOf, selectRuns } from '../../../state/runs';
import type { Layout } from '../../layout';
import { useStore } from '../../store';
import type { ByteLine } from '../../timeline/chart';
import { Player } from '../../timeline/Player';
import { Timeline } from '../../timeline/Timeline';
import timelineStyles from '../../timeline/Timeline.module.css';
import { useMoves } from '../../timeline/useMoves';
import { runLine } from './run-styles';

/** Player and timeline of the comparison: the steps of all runs, with a line of bytes for each. */
export function ComparedTimeline({ layout: { timeline, timelineWidth } }: { layout: Layout }) {
  const moves = useMoves(compareMoves);
  const runs = useStore(selectRuns);
  const aligned = useStore(selectAligned);
  const way = useStore(selectWay);
  const lines = useMemo(
    () =>
      runs.map((run, i): ByteLine => {
        const held = aligned.map(({ done }) => run.trace.steps[done[i]! - 1]?.cacheBytes ?? 0);
        const name = `${i + 1} ${nameOf(run)}`;
        return { name, label: name, bytes: [0, ...held], ...runLine(i + 1) };
      }),
    [runs, aligned],
  );
  const id = way.steps[way.index - 1];
  const title = id ? titleOf(id, runs[0]!.trace) : 'Before the first step';
  return (
    <>
      <div className={timelineStyles.playerRail}>
        <Player moves={moves} way={way} compact={timeline !== 'whole'}>
          <strong>{title}</strong>
        </Player>
      </div>
      <Timeline
        moves={moves}
        way={way}
        lines={lines}
        saying={id ? `Step ${way.index} of ${way.steps.length}: ${title}` : title}
        width={timelineWidth}
        form={timeline}
      />
    </>
  );
}
