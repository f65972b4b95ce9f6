import { useMemo, useRef, useState } from 'react';
import { named } from '../../core/model/names';
import { samplesAt } from '../../core/verdict/curve';
import { preimagesOf } from '../../core/verdict/preimages';
import { selectUntouched } from '../../state/selectors';
import { NumberField } from '../controls/NumberField';
import { useStore } from '../store';
import styles from './Activations.module.css';
import { Headline, isProof } from './Headline';
import { useHoveredCell, usePointAtCell } from './layer/cell-pointing';
import { UseIn, type Written } from './own/UseIn';
import { FoldPlot } from './plots/FoldPlot';
import { captionOf } from './plots/fold-caption';
import { PlotButtons } from './plots/PlotButtons';
import { SlopePlot } from './plots/SlopePlot';
import { usePanZoom } from './plots/usePanZoom';
import type { Subject } from './useSubject';
import type { Found } from './useVerdicts';

const START = [-5, 5] as const;
const PLOT_HEIGHT = 300;

/** How many cells of a layer are drawn as points; more would hide the curve. */
const MOST_CELLS = 600;

interface Props {
  /** Whether it can go into a layer: not where a slope of it can't be read. */
  readonly canUse: boolean;
  /** What goes there, where somebody wrote it. */
  readonly written: Written | undefined;
  readonly subject: Subject;
  readonly found: Found;
  /** Whether there is no slope per cell, and so no curve. */
  readonly mixes: boolean;
  readonly layer: number;
  /** How wide each of the two plots is. */
  readonly width: number;
  /** None where the activation has no parameter. */
  readonly onAlpha: ((alpha: number) => void) | undefined;
}

/** The verdict with its proof: a z that can be dragged, on g and g′ and on the curve of slope against output. */
export function Proof({ canUse, written, subject, found, mixes, layer, width, onAlpha }: Props) {
  const { alpha } = subject;
  const witness = found.found.find((at) => at.witness && at.alpha === alpha)?.witness;
  const [z, setZ] = useState(witness?.z1 ?? 1);
  const svg = useRef<SVGSVGElement>(null);
  const panZoom = usePanZoom(svg, width, START);
  const Z = useStore((state) => selectUntouched(state).buffers.get(named('Z', layer))!);
  const preimages = useMemo(() => preimagesOf(subject.curve, subject.survey, z), [subject, z]);
  const [isDisproved, setDisproved] = useState(false);
  // What was once seen to be false stays so while the reader drags on.
  if (!isDisproved && isProof(z, preimages)) setDisproved(true);
  const cells = useMemo(
    () => samplesAt(subject.curve, Array.from(Z.data.subarray(0, MOST_CELLS))),
    [subject, Z],
  );
  const hovered = useHoveredCell(Z.cols);
  const pointAtCell = usePointAtCell(Z.cols);
  return (
    <>
      <Headline
        subject={subject}
        z={z}
        preimages={preimages}
        found={found}
        mixes={mixes}
        isDisproved={isDisproved}
      >
        <div className={styles.switches}>
          {!mixes && (
            <label className={styles.slider}>
              z
              <input
                type="range"
                aria-label="z"
                min={panZoom.stretch[0]}
                max={panZoom.stretch[1]}
                step="any"
                value={z}
                onChange={(event) => setZ(Number(event.target.value))}
              />
            </label>
          )}
          {onAlpha && (
            <span className={styles.alpha}>
              alpha <NumberField label="Alpha" value={alpha} whole={false} onChange={onAlpha} />
            </span>
          )}
          {canUse && <UseIn name={subject.name} written={written} alpha={alpha} />}
        </div>
      </Headline>
      {!mixes && (
        <div className={styles.plots}>
          <section className={styles.panel} aria-label="g and its slope">
            <div className={styles.plotTitle}>
              <h3>
                <span className={styles.gName}>g(z)</span> and its slope{' '}
                <span className={styles.slopeName}>g′(z)</span>
              </h3>
              <PlotButtons zoom={panZoom.zoom} reset={panZoom.reset} />
            </div>
            <SlopePlot
              subject={subject}
              z={z}
              preimages={preimages}
              panZoom={panZoom}
              svg={svg}
              width={width}
              height={PLOT_HEIGHT}
              onMove={setZ}
            />
          </section>
          <section className={styles.panel} aria-label="Slope against output">
            <div className={styles.plotTitle}>
              <h3>The slope against the output</h3>
            </div>
            <FoldPlot
              subject={subject}
              stretch={panZoom.stretch}
              z={z}
              preimages={preimages}
              cells={cells}
              hovered={hovered}
              width={width}
              height={PLOT_HEIGHT}
              onPoint={pointAtCell}
            />
            <p className={styles.caption}>{captionOf(isDisproved ? 'Z is needed' : found.verdict)}</p>
          </section>
        </div>
      )}
    </>
  );
}
