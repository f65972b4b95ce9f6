import { spoken } from '../../core/model/names';
import { resultOf } from '../../core/pass/nodes';
import type { Doing } from '../../core/pass/trace';
import { inBytes } from '../numbers';
import type { ByteLine } from './chart';
import styles from './Timeline.module.css';

interface Props {
  /** The step that is pointed at; 0 is before the first. */
  readonly at: number;
  readonly steps: readonly Doing[];
  readonly lines: readonly ByteLine[];
  readonly x: number;
  readonly width: number;
}

/** How wide a readout is at most. */
const WIDTH = 210;

/** The bytes that each line holds once the step that is pointed at is done. */
export function Readout({ at, steps, lines, x, width }: Props) {
  const step = steps[at - 1];
  return (
    <div
      className={styles.readout}
      style={{ left: Math.max(0, Math.min(x - WIDTH / 2, width - WIDTH)), width: WIDTH }}
      aria-hidden="true"
    >
      <strong>{step ? `Step ${at}: ${spoken(resultOf(step))}` : 'Before the first step'}</strong>
      {lines.map(({ name, bytes }) => (
        <span key={name}>
          {name} <b>{inBytes(bytes[at] ?? 0)}</b>
        </span>
      ))}
    </div>
  );
}
