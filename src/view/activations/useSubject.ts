import { extent, range } from 'd3-array';
import { useMemo } from 'react';
import { type Activation, activationOf, type Named, type Own } from '../../core/activations';
import { type Curve, curveOf, type Sample, samplesAt } from '../../core/verdict/curve';
import { type Survey, surveyOf } from '../../core/verdict/survey';
import type { Domain } from '../plot/Plot';

/** The activation that is looked at, as a curve. */
export interface Subject {
  readonly name: string;
  /** As somebody wrote it, where it is none of the record. */
  readonly own?: Own | undefined;
  readonly activation: Activation;
  readonly alpha: number;
  readonly curve: Curve;
  /** Its branches, to look up where else an output comes from. */
  readonly survey: Survey;
}

/** How many points of a curve are drawn. */
const POINTS = 480;

/** An activation under a name, at an alpha, as a curve; `shown` is that of a formula which is only typed. */
export function useSubject(named: Named, alpha: number, shown?: Activation): Subject {
  const { activation: name, own } = named;
  return useMemo(() => {
    const activation = shown ?? activationOf({ activation: name, own });
    const curve = curveOf(activation, alpha);
    return { name, own, activation, alpha, curve, survey: surveyOf(curve) };
  }, [name, own, alpha, shown]);
}

/** The points of a curve over a stretch of z. */
export const sampled = ({ curve }: Subject, [from, to]: Domain['x']): Sample[] =>
  samplesAt(
    curve,
    range(POINTS + 1).map((i) => from + ((to - from) * i) / POINTS),
  );

/** From the least to the greatest of the finite values, with a little room around. */
export function roomAround(values: readonly number[]): [number, number] {
  const [low = -1, high = 1] = extent(values.filter(Number.isFinite));
  const pad = Math.max(0.08 * (high - low), 0.05);
  return [low - pad, high + pad];
}
