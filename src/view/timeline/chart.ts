import { max } from 'd3-array';
import { area, curveStepAfter, line } from 'd3-shape';
import type { StepId } from '../../core/pass/trace';
import { linear } from '../plot/linear';
import { type Label, labelsOf, widthOf } from './labels';

/** Bytes held over the steps of a way, from step 0, and how they are drawn. */
export interface ByteLine {
  readonly name: string;
  readonly bytes: readonly number[];
  /** How the line is dashed, so that colour is not the only sign; solid without it. */
  readonly dash?: string;
  /** Its colour, where it is not one of many that are only there to compare with. */
  readonly colour?: string;
  /** Whether the area under it is filled. */
  readonly filled?: boolean;
  /** What is written at it, where there is room. */
  readonly label?: string;
}

/** The marks of the timeline: where each step stands, and the bytes held over them. */
export interface Chart {
  /** Where each step stands, from step 0. */
  readonly x: readonly number[];
  /** In the order of the legend; the first is drawn over the others. */
  readonly lines: readonly (ByteLine & { readonly path: string; readonly area: string })[];
  /** What is written at the lines. */
  readonly labels: readonly Label[];
  /** Stretches of the phases, from edge to edge. */
  readonly bands: readonly { readonly phase: Band; readonly from: number; readonly to: number }[];
}

type Band = 'forward' | 'loss' | 'backward';

const bandOf = ({ phase }: StepId): Band => (phase === 'recompute' ? 'backward' : phase);

/** Half the width of the slider's thumb: its middle stands over the first and the last step. */
export const THUMB = 9;

/** What is free over the highest line: room for its label. */
const TOP = 18;

/** The stretches along which a line of bytes is level. */
function levelsOf(bytes: readonly number[], x: (i: number) => number, y: (bytes: number) => number) {
  const starts = bytes.flatMap((held, i) => (held === bytes[i - 1] ? [] : [i]));
  return starts.map((i, k) => ({
    from: x(i),
    to: x(starts[k + 1] ?? bytes.length - 1),
    y: y(bytes[i]!),
  }));
}

/** How a line is drawn, in letters. */
const strokeOf = ({ dash }: ByteLine): string =>
  dash === undefined ? '—' : Number.parseFloat(dash) > 3 ? '– –' : '···';

/** The labels side by side in the room over all lines, where the first has none at its line: as many as there is room for. */
function keyOf(lines: readonly ByteLine[], width: number): Label[] {
  const labels: Label[] = [];
  let from = THUMB;
  for (const line of lines) {
    const name = `${strokeOf(line)} ${line.label}`;
    const to = from + widthOf(name);
    if (line.label === undefined || to > width) return labels;
    labels.push({ name, x: from, y: TOP - 7 });
    from = to + THUMB;
  }
  return labels;
}

/** The timeline's chart for the steps of a way and lines of bytes over them, in CSS pixels. */
export function chartOf(
  steps: readonly StepId[],
  lines: readonly ByteLine[],
  width: number,
  height: number,
): Chart {
  const x = linear([0, steps.length], [THUMB, width - THUMB]);
  const most = max(lines, ({ bytes }) => max(bytes)) ?? 0;
  const y = linear([0, most || 1], [height - 1, TOP]);
  const at = (_: number, i: number) => x(i);
  const path = line<number>(at, (bytes) => y(bytes)).curve(curveStepAfter);
  const under = area<number>(at, y(0), (bytes) => y(bytes)).curve(curveStepAfter);
  const edge = (i: number) => x(Math.max(0, Math.min(steps.length, i + 0.5)));
  const bands = (['forward', 'loss', 'backward'] as const).map((phase) => {
    const first = steps.findIndex((step) => bandOf(step) === phase);
    const last = steps.findLastIndex((step) => bandOf(step) === phase);
    return { phase, from: edge(first), to: edge(last + 1) };
  });
  const labels = labelsOf(
    lines.map(({ label = '', bytes }) => ({ name: label, levels: levelsOf(bytes, x, y) })),
    { width, height },
  ).filter(({ name }) => name !== '');
  return {
    x: [0, ...steps].map((_, i) => x(i)),
    lines: lines.map((each) => ({
      ...each,
      path: path(each.bytes) ?? '',
      area: each.filled ? (under(each.bytes) ?? '') : '',
    })),
    labels: labels[0]?.name === (lines[0]?.label ?? labels[0]?.name) ? labels : keyOf(lines, width),
    bands,
  };
}
