import { useMemo } from 'react';
import { type Activation, isBuiltIn, type Named } from '../../core/activations';
import { mixesCells } from '../../core/verdict/columns';
import { Guard } from '../guard/Guard';
import type { Layout } from '../layout';
import styles from './Activations.module.css';
import { Boundary } from './layer/Boundary';
import { LayerCells } from './layer/LayerCells';
import type { Written } from './own/UseIn';
import { Proof } from './Proof';
import { LossPlot } from './plots/LossPlot';
import { plotWidths } from './plots/plot-widths';
import { RealCode } from './RealCode';
import { Routes } from './Routes';
import { type Subject, useSubject } from './useSubject';
import type { Found } from './useVerdicts';

/** Whether g′ is not the same on both sides of 0. */
const jumpsAt0 = ({ curve }: Subject): boolean => Math.abs(curve.slope(1e-6) - curve.slope(-1e-6)) > 1e-3;

interface Props {
  readonly named: Named;
  /** Of a formula that is typed: the activation that it is by itself. */
  readonly shown?: Activation;
  /** The one with the slopes that the network is to run with; undefined while these can't be read. */
  readonly runs?: Written | undefined;
  readonly found: Found;
  readonly alpha: number;
  readonly layer: number;
  readonly layout: Layout;
  /** None where the activation has no parameter. */
  readonly onAlpha: ((alpha: number) => void) | undefined;
}

/** One activation: its curves, the fold, the boundary, what a number format loses, its routes, and real code. */
export function Explorer({ named, shown, runs, found, alpha, layer, layout, onAlpha }: Props) {
  const subject = useSubject(named, alpha, shown);
  const { activation: name } = named;
  const builtIn = named.own === undefined && isBuiltIn(name) ? name : undefined;
  const isOwn = named.own !== undefined;
  const widths = plotWidths(layout);
  const mixes = useMemo(() => mixesCells(subject.activation, alpha), [subject, alpha]);
  // Where g′ jumps at 0, it is a comparison with 0 that decides.
  const hasBoundary = subject.activation.kinks.includes(0) && jumpsAt0(subject);
  return (
    <div className={styles.explorer}>
      <div className={styles.center}>
        <Guard part="The verdict">
          <Proof
            canUse={!isOwn || runs !== undefined}
            written={runs}
            subject={subject}
            found={found}
            mixes={mixes}
            layer={layer}
            width={widths.half}
            onAlpha={onAlpha}
          />
        </Guard>
        <Guard part="The cells of the layer">
          <LayerCells subject={subject} layer={layer} />
        </Guard>
        {builtIn && (
          <Guard part="What a number format loses">
            <section className={styles.panel} aria-label="What a number format loses">
              <h3>What a number format loses of g′ by each route</h3>
              <LossPlot name={builtIn} alpha={alpha} width={widths.whole} />
            </section>
          </Guard>
        )}
        {hasBoundary && (
          <Guard part="The boundary">
            <Boundary subject={subject} layer={layer} />
          </Guard>
        )}
      </div>
      <div className={styles.side}>
        <Guard part="The list of routes">
          <Routes activation={runs?.activation ?? subject.activation} alpha={alpha} />
        </Guard>
        {builtIn && (
          <Guard part="What real code keeps">
            <RealCode name={builtIn} alpha={alpha} />
          </Guard>
        )}
      </div>
    </div>
  );
}
