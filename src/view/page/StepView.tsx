import type { ReactNode } from 'react';
import { passMoves } from '../../state/moves';
import { selectIndex } from '../../state/selectors';
import { isFirstSight } from '../../state/shown/first-sight';
import { AsBuilt } from '../built/AsBuilt';
import { Guard } from '../guard/Guard';
import { useKeys } from '../keys/useKeys';
import { later, laterAsBuilt, useLater } from '../later';
import { type Layout, SHEET, SIDE_SHEET } from '../layout';
import { Stage } from '../stage/Stage';
import { useActions, useDisplay, useDisplayActions, useStore } from '../store';
import { useMoves } from '../timeline/useMoves';
import { usePlaying } from '../timeline/usePlaying';
import styles from './App.module.css';

const sheets = later('Sheets', () => import('../sheets/Sheets'));
/** Which part of the stage a prediction lies over, at most, where there is no panel for it; CSS has it too. */
const PREDICTION = 0.5;

/** In a stage lower than this, as in a frame of a course's site, a prediction stands beside it and not over it: how wide, in CSS pixels. */
const [LOW_STAGE, BESIDE] = [460, 262];

/** How much of the stage the ways on from the first sight lie over in a hand, in CSS pixels. */
const WAYS = 50;

const rail = laterAsBuilt('Rail', () => import('../rail/Rail'));
const strip = laterAsBuilt('Strip', () => import('../inspector/said/Strip'));
const inspector = laterAsBuilt('Inspector', () => import('../inspector/Inspector'));
const waysOn = laterAsBuilt('WaysBelow', () => import('../inspector/said/WaysBelow'));
const passTimeline = laterAsBuilt('PassTimeline', () => import('../timeline/PassTimeline'));
const predict = later('Predict', () => import('../learn/Predict'));

/** The step stands on it; what stands in it knows of the step by itself, and is not drawn anew for that alone. */
function StepMain({ children }: { children: ReactNode }) {
  const index = useStore(selectIndex);
  return (
    <main className={styles.main} data-step={index}>
      {children}
    </main>
  );
}

/** One pass, step by step: the network on its stage, what the step does, and the timeline. */
export function StepView({ layout }: { layout: Layout }) {
  const moves = useMoves(passMoves);
  useKeys(moves);
  usePlaying(moves);
  const sheet = useDisplay((state) => state.sheet);
  const { openSheet } = useDisplayActions();
  const { mode, low, stage, railWidth, inspectorWidth } = layout;
  const { stripHeight, timelineHeight, timelineWidth, timeline } = layout;
  const Sheets = useLater(sheets, sheet !== undefined, () => openSheet(undefined));
  const predicting = useStore((state) => state.predicting);
  const { setPredicting } = useActions();
  const Predict = useLater(predict, predicting, () => setPredicting(false));
  const narrow = mode === 'narrow';
  const coveredBy = (share: number) => Math.round(stage.height * share);
  const first = useStore((state) => isFirstSight(state.position));
  const Rail = useLater(rail, railWidth > 0);
  const Strip = useLater(strip, stripHeight > 0);
  const Inspector = useLater(inspector, inspectorWidth > 0);
  const PassTimeline = useLater(passTimeline, timelineHeight > 0);
  const hasWays = first && stripHeight > 0 && layout.ways === 'below';
  const ways = hasWays && !sheet && !Predict;
  const Ways = useLater(waysOn, hasWays);
  const isOver = inspectorWidth === 0 && Predict !== undefined;
  const isBeside = isOver && !narrow && stage.height < LOW_STAGE;
  const beside = isBeside ? BESIDE : 0;
  // The picture keeps its size under a sheet, and follows the step in what is left of the stage.
  const coveredAside = low && sheet ? SIDE_SHEET : 0;
  const covered = () => {
    if (narrow && sheet) return low ? 0 : coveredBy(SHEET);
    return isOver && !isBeside ? coveredBy(PREDICTION) : ways ? WAYS : 0;
  };
  const prediction = Predict && (
    <Guard part="The prediction" onLeave={() => setPredicting(false)}>
      <Predict />
    </Guard>
  );
  return (
    <StepMain>
      {railWidth > 0 && (
        <div className={styles.rail}>
          <AsBuilt part="rail" lasting>
            {Rail && (
              <Guard part="The rail" over>
                <Rail />
              </Guard>
            )}
          </AsBuilt>
        </div>
      )}
      {stripHeight > 0 && (
        <div className={styles.strip}>
          <AsBuilt part="strip">{Strip && <Strip layout={layout} />}</AsBuilt>
        </div>
      )}
      <div className={styles.stage} style={{ paddingRight: beside || coveredAside }}>
        <Guard part="The stage">
          <Stage {...stage} width={stage.width - beside} narrow={narrow} covered={covered()} />
        </Guard>
        {Sheets && (
          <Guard part="What lies over the stage" over onLeave={() => openSheet(undefined)}>
            <Sheets mode={mode} low={low} told={inspectorWidth > 0} />
          </Guard>
        )}
        <AsBuilt part="ways">{Ways && <Ways height={WAYS} hidden={!ways} choosing={narrow} />}</AsBuilt>
        {isOver && (
          <div className={styles.asked} data-beside={isBeside} style={{ width: beside || undefined }}>
            {prediction}
          </div>
        )}
      </div>
      {inspectorWidth > 0 && (
        <div className={styles.inspector}>
          <AsBuilt part="inspector">{Inspector && <Inspector asks={prediction} />}</AsBuilt>
        </div>
      )}
      {timelineHeight > 0 && (
        <div className={styles.timeline}>
          <AsBuilt part="timeline">
            {PassTimeline && (
              <Guard part="The timeline">
                <PassTimeline width={timelineWidth} form={timeline} />
              </Guard>
            )}
          </AsBuilt>
        </div>
      )}
    </StepMain>
  );
}
