import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { Trace } from '../../core/trace';
import type { MemoryLine } from '../../state/memory';

/** The marks of the timeline: a dot for each step, and the bytes held over them. */
export interface Chart {
  /** Where each step stands, from step 0. */
  readonly x: readonly number[];
  /** Where the chart's floor is. */
  readonly floor: number;
  readonly own: { readonly area: string; readonly line: string };
  readonly others: readonly (MemoryLine & { readonly path: string })[];
  /** Stretches of the phases, from edge to edge. */
  readonly bands: readonly {
    readonly phase: 'forward' | 'loss' | 'backward';
    readonly from: number;
    readonly to: number;
  }[];
}

/** Half the width of the slider's thumb: its middle stands over the first and the last step. */
export const THUMB = 9;

/** The timeline's chart for a trace and the lines of other keep rules, in CSS pixels. */
export function chartOf(trace: Trace, lines: readonly MemoryLine[], width: number, height: number): Chart {
  const { steps } = trace;
  const own = [0, ...steps.map(({ cacheBytes }) => cacheBytes)];
  const x = scaleLinear([0, steps.length], [THUMB, width - THUMB]);
  const most = max([own, ...lines.map(({ bytes }) => bytes)].flat()) ?? 0;
  const y = scaleLinear([0, most || 1], [height - 1, 8]);
  const path = line<number>(
    (_, i) => x(i),
    (bytes) => y(bytes),
  ).curve(curveStepAfter);
  const filled = area<number>()
    .x((_, i) => x(i))
    .y0(y(0))
    .y1((bytes) => y(bytes))
    .curve(curveStepAfter);
  const kindOf = (phase: string) =>
    (phase === 'recompute' ? 'backward' : phase) as Chart['bands'][number]['phase'];
  const edge = (i: number) => x(Math.max(0, Math.min(steps.length, i + 0.5)));
  const bands = (['forward', 'loss', 'backward'] as const).map((phase) => {
    const of = steps.filter((step) => kindOf(step.phase) === phase);
    return { phase, from: edge(of[0]!.index - 1), to: edge(of[of.length - 1]!.index) };
  });
  return {
    x: own.map((_, i) => x(i)),
    floor: height - 1,
    own: { area: filled(own) ?? '', line: path(own) ?? '' },
    others: lines.map((other) => ({ ...other, path: path(other.bytes) ?? '' })),
    bands,
  };
}
