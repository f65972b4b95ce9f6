import { type ReactNode, useMemo, useState } from 'react';
import { selectFrame, selectTrace } from '../../../state/selectors';
import { Segmented } from '../../controls/Segmented';
import { Guard } from '../../guard/Guard';
import { later, useInTime, useLater } from '../../later';
import { useAsking, usePointing, usePointingActions, useStore } from '../../store';
import styles from '../Inspector.module.css';
import { FirstSight } from '../said/FirstSight';
import { useAtRest } from './useAtRest';

const details = later('StepDetails', () => import('./StepDetails'));
const whatIf = later('WhatIf', () => import('../../what-if/WhatIf'));
const cell = later('Cell', () => import('../cell/Cell'));

/** What stands below the sentence: of the step, or of a cell of the stage. */
type Tab = 'step' | 'cell';

const tabs = [
  { value: 'step', label: 'Step' },
  { value: 'cell', label: 'Cell' },
] as const;

/** The tab that is shown: that of a cell once one is picked or changed, until the reader turns to the other. */
function useTab(): readonly [Tab, (tab: Tab) => void] {
  const pinned = usePointing((state) => state.pinned);
  const hasChanges = useStore((state) => state.choice.tampered !== undefined);
  const [turned, setTurned] = useState<{ tab: Tab; at: typeof pinned }>();
  const due = pinned || hasChanges ? 'cell' : 'step';
  // Another cell turns to its tab again.
  return [turned && turned.at === pinned ? turned.tab : due, (tab) => setTurned({ tab, at: pinned })];
}

/** All that there is to say of the step, or of a picked cell; the children stand beside the tabs. */
export function Details({ children }: { children?: ReactNode }) {
  const [tab, turn] = useTab();
  return (
    <>
      <div className={styles.tabs}>
        <Segmented label="Told of" value={tab} options={tabs} onChange={turn} />
        {children}
      </div>
      <div className={styles.tab}>{tab === 'step' ? <OfStep /> : <OfCell />}</div>
    </>
  );
}

/** The step of now, once the reader stays at it. */
function useStepAtRest() {
  const trace = useStore(selectTrace);
  const { step } = useStore(selectFrame);
  return useAtRest(useMemo(() => ({ trace, step }), [trace, step]));
}

function OfStep() {
  const { trace, step } = useStepAtRest();
  const isAsked = useAsking(({ cover }) => cover !== undefined);
  useInTime(details);
  const StepDetails = useLater(details, step !== undefined);
  return (
    <>
      <Guard part="The ways on">
        <FirstSight />
      </Guard>
      {StepDetails && step && !isAsked && <StepDetails step={step} trace={trace} />}
    </>
  );
}

function OfCell() {
  const pinned = usePointing((state) => state.pinned);
  const { pin } = usePointingActions();
  const hasChanges = useStore((state) => state.choice.tampered !== undefined);
  const Cell = useLater(cell, pinned !== undefined, () => pin(undefined));
  const WhatIf = useLater(whatIf, hasChanges || pinned !== undefined);
  return (
    <>
      {!pinned && !hasChanges && <p className={styles.hint}>Pick a cell on the stage to see its sum.</p>}
      {Cell && (
        <Guard part="What the cell comes from">
          <Cell />
        </Guard>
      )}
      {WhatIf && (
        <Guard part="What if">
          <WhatIf />
        </Guard>
      )}
    </>
  );
}
