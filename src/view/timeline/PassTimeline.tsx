import { useMemo } from 'react';
import { titleOf } from '../../explain/title';
import { passMoves } from '../../state/moves';
import { selectFrame, selectIndex, selectMemoryLines, selectTrace } from '../../state/selectors';
import { inBytes } from '../numbers';
import { useStore } from '../store';
import type { ByteLine } from './chart';
import { dashes } from './dashes';
import { Player } from './Player';
import { Timeline } from './Timeline';
import styles from './Timeline.module.css';
import { useMoves } from './useMoves';

/** Player and timeline of the pass that is shown, with the bytes that each keep rule would hold. */
export function PassTimeline({ width, compact }: { width: number; compact: boolean }) {
  const moves = useMoves(passMoves);
  const trace = useStore(selectTrace);
  const others = useStore(selectMemoryLines);
  const index = useStore(selectIndex);
  const { step, cacheBytes } = useStore(selectFrame);
  const { steps } = trace;
  const lines = useMemo((): ByteLine[] => {
    const own = [0, ...steps.map((each) => each.cacheBytes)];
    const asChosen = { name: 'as chosen, peak', bytes: own, colour: 'var(--read)', filled: true };
    return [
      ...others.map(({ rule, bytes }) => ({ name: rule, bytes, dash: dashes[rule] })),
      asChosen,
    ].reverse();
  }, [steps, others]);
  const way = { steps, index };
  const title = step && titleOf(step, trace);
  return (
    <>
      <div className={styles.playerRail}>
        <Player moves={moves} way={way} compact={compact}>
          {compact && title && <strong>{title} · </strong>}
          {step ? 'Held after this step' : 'Held'} <strong>{inBytes(cacheBytes)}</strong>
        </Player>
      </div>
      <Timeline
        moves={moves}
        way={way}
        lines={lines}
        saying={title ? `Step ${index} of ${steps.length}: ${title}` : 'Before the first step'}
        width={width}
        compact={compact}
      />
    </>
  );
}
