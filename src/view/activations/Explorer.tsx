import { useMemo, useRef, useState } from 'react';
import { isBuiltIn, type Named } from '../../core/activations';
import { mixesCells } from '../../core/verdict/columns';
import { samplesAt } from '../../core/verdict/curve';
import { echoesOf } from '../../core/verdict/echoes';
import { selectTrace } from '../../state/selectors';
import { useStore } from '../../state/store';
import { NumberField } from '../controls/NumberField';
import type { Layout } from '../layout';
import styles from './Activations.module.css';
import { Boundary } from './Boundary';
import { FoldPlot } from './FoldPlot';
import { Headline } from './Headline';
import { LayerCells, pointAtCell, usePointedCell } from './LayerCells';
import { LossPlot } from './LossPlot';
import { plotWidths } from './plot-widths';
import { RealCode } from './RealCode';
import { Routes } from './Routes';
import { SlopePlot } from './SlopePlot';
import { UseIn } from './UseIn';
import { usePanZoom } from './usePanZoom';
import { useSubject } from './useSubject';
import type { Found } from './useVerdicts';

const START = [-5, 5] as const;
const PLOT_HEIGHT = 300;

/** How many cells of a layer are drawn as points; more would hide the curve. */
const MOST_CELLS = 600;

interface Props {
  readonly named: Named;
  readonly found: Found;
  readonly alpha: number;
  readonly layer: number;
  readonly layout: Layout;
  /** None where the activation has no parameter. */
  readonly onAlpha: ((alpha: number) => void) | undefined;
}

/** One activation: its curves, the fold, the boundary, what a number format loses, its routes, and real code. */
export function Explorer({ named, found, alpha, layer, layout, onAlpha }: Props) {
  const subject = useSubject(named, alpha);
  const { activation: name } = named;
  const builtIn = named.formula === undefined && isBuiltIn(name) ? name : undefined;
  const proof = found.found.find((at) => at.witness && at.alpha === alpha)?.witness;
  const [z, setZ] = useState(proof?.z1 ?? 1);
  const svg = useRef<SVGSVGElement>(null);
  const widths = plotWidths(layout);
  const panZoom = usePanZoom(svg, widths.half, START);
  const Z = useStore((state) => selectTrace(state).buffers.get(`Z${layer}`)!);
  const mixes = useMemo(() => mixesCells(subject.activation, alpha), [subject, alpha]);
  const echoes = useMemo(() => echoesOf(subject.curve, subject.survey, z), [subject, z]);
  const cells = useMemo(
    () => samplesAt(subject.curve, Array.from(Z.data.subarray(0, MOST_CELLS))),
    [subject, Z],
  );
  const pointed = usePointedCell(Z.cols);
  return (
    <div className={styles.explorer}>
      <div className={styles.center}>
        <Headline subject={subject} z={z} echoes={echoes} found={found} mixes={mixes}>
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
            <UseIn named={named} alpha={alpha} />
          </div>
        </Headline>
        {!mixes && (
          <div className={styles.plots}>
            <section className={styles.panel} aria-label="g and its slope">
              <h3>
                <span className={styles.gName}>g(z)</span> and its slope{' '}
                <span className={styles.slopeName}>g′(z)</span>
              </h3>
              <SlopePlot
                subject={subject}
                z={z}
                echoes={echoes}
                panZoom={panZoom}
                svg={svg}
                width={widths.half}
                height={PLOT_HEIGHT}
                onMove={setZ}
              />
            </section>
            <section className={styles.panel} aria-label="Slope against output">
              <h3>The slope against the output</h3>
              <FoldPlot
                subject={subject}
                stretch={panZoom.stretch}
                z={z}
                echoes={echoes}
                cells={cells}
                pointed={pointed}
                width={widths.half}
                height={PLOT_HEIGHT}
                onPoint={(cell) => pointAtCell(cell, Z.cols)}
              />
            </section>
          </div>
        )}
        <LayerCells subject={subject} layer={layer} />
        {builtIn && (
          <section className={styles.panel} aria-label="What a number format loses">
            <h3>What a number format loses of g′ by each route</h3>
            <LossPlot name={builtIn} alpha={alpha} width={widths.whole} />
          </section>
        )}
        <Boundary subject={subject} mixes={mixes} layer={layer} />
      </div>
      <div className={styles.side}>
        <Routes subject={subject} />
        {builtIn && <RealCode name={builtIn} alpha={alpha} />}
      </div>
    </div>
  );
}
