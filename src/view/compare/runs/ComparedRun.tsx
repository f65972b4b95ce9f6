import { X } from 'lucide-react';
import { checkpointReference } from '../../../compare/plans';
import type { Doing } from '../../../core/pass/trace';
import { sentenceOf } from '../../../explain/sentences';
import type { RunFrame } from '../../../state/compared';
import type { Run } from '../../../state/runs';
import type { Scales } from '../../../state/scales';
import controls from '../../controls/controls.module.css';
import { NumberField } from '../../controls/NumberField';
import { Select } from '../../controls/Select';
import { Sentence } from '../../inspector/said/Sentence';
import { later, useLater } from '../../later';
import { inBytes } from '../../numbers';
import type { Geometry } from '../../stage/layout/geometry';
import { Picture } from '../../stage/Picture';
import { Scroller } from '../../stage/scroll/Scroller';
import { usePointing } from '../../store';
import styles from '../Compare.module.css';
import { gradientInWords } from '../gradient-in-words';
import { waitingFor } from '../waiting';
import { planOptions } from './plan-options';
import { RunNotes } from './RunNotes';
import { runStyle } from './run-styles';

const runCell = later('RunCell', () => import('./RunCell'));

interface Props {
  /** Its number, from 1. */
  readonly number: number;
  readonly run: Run;
  readonly at: RunFrame;
  readonly scales: Scales;
  readonly geometry: Geometry;
  /** The step of all runs, which this one may have to wait for. */
  readonly step: Doing | undefined;
  onPick(reference: string): void;
  /** None where there must be so many runs. */
  readonly onRemove: (() => void) | undefined;
}

/** One rule of the comparison: what it is, and what each layer's caches hold under it at the step of all. */
export function ComparedRun({
  number,
  run,
  at: { frame, waiting },
  scales,
  geometry,
  step,
  onPick,
  onRemove,
}: Props) {
  const { reference, plan, k, trace, notes } = run;
  const name = `${number}/`;
  const pinned = usePointing((state) => (state.pinned?.place.startsWith(name) ? state.pinned : undefined));
  const RunCell = useLater(runCell, pinned !== undefined);
  const done = frame.step ? sentenceOf(frame.step, trace) : plan.says;
  const saying = waiting && step ? waitingFor(step) : done;
  return (
    <section className={styles.run} style={runStyle(number)} aria-label={`Rule ${number}`}>
      <header className={styles.runHeader}>
        <span className={styles.badge}>{number}</span>
        <div className={styles.picker}>
          <Select
            label={`Rule ${number}`}
            value={k === undefined ? reference : 'checkpoint'}
            options={planOptions(trace.model, reference)}
            onChange={onPick}
          />
        </div>
        {k !== undefined && (
          <span className={styles.k}>
            <em>k</em>
            <NumberField
              label={`Layers between checkpoints of rule ${number}`}
              value={k}
              least={1}
              most={trace.model.layers.length}
              steps={[`Fewer layers in rule ${number}`, `More layers in rule ${number}`]}
              onChange={(next) => onPick(checkpointReference(next))}
            />
          </span>
        )}
        <p className={styles.says} data-waiting={waiting}>
          <Sentence of={saying} />
          {saying !== plan.says && (
            <small>
              <Sentence of={plan.says} />
            </small>
          )}
        </p>
        <p className={styles.held}>
          <strong>{inBytes(frame.cacheBytes)}</strong> held
          <span>
            peak <strong>{inBytes(run.summary.peak)}</strong> · {gradientInWords(run)}
          </span>
        </p>
        {onRemove && (
          <button
            type="button"
            className={controls.icon}
            aria-label={`Remove rule ${number}`}
            onClick={onRemove}
          >
            <X size={15} aria-hidden="true" />
          </button>
        )}
      </header>
      <Scroller
        label={`Caches under rule ${number}`}
        className={styles.caches}
        geometry={geometry}
        frame={frame}
        waiting={waiting}
      >
        <Picture name={name} trace={trace} frame={frame} scales={scales} geometry={geometry} notes={notes} />
      </Scroller>
      {RunCell && pinned && (
        <RunCell at={{ ...pinned, place: pinned.place.slice(name.length) }} trace={trace} frame={frame} />
      )}
      <RunNotes plan={plan} model={trace.model} />
    </section>
  );
}
