import type { Trace } from '../core/trace';
import { positionAt } from './position';
import { selectIndex, selectTrace } from './selectors';
import { useStore } from './store';

/** Where each move leads from step `index` of a trace; steps are counted from 1, and 0 is before the first. */
const targets = {
  first: () => 0,
  previous: (index: number) => Math.max(0, index - 1),
  next: (index: number, { steps }: Trace) => Math.min(steps.length, index + 1),
  last: (_: number, { steps }: Trace) => steps.length,
  /** The first step of the next layer's part of a phase. */
  nextLayer(index: number, { steps }: Trace) {
    const next = boundaries(steps).find((start) => start > index);
    return next ?? steps.length;
  },
  /** The first step of this layer's part of a phase; from there, that of the one before. */
  previousLayer(index: number, { steps }: Trace) {
    return boundaries(steps).findLast((start) => start < index) ?? 0;
  },
} satisfies Record<string, (index: number, trace: Trace) => number>;

export type Move = keyof typeof targets;

/** The steps with which a layer's part of the forward pass, the loss or the backward pass begins. */
const boundaries = (steps: Trace['steps']): number[] =>
  steps
    .filter((step, i) => {
      const before = steps[i - 1];
      const part = (phase: string) => (phase === 'recompute' ? 'backward' : phase);
      return !before || before.layer !== step.layer || part(before.phase) !== part(step.phase);
    })
    .map((step) => step.index);

/** Takes the reader to another step. */
export function move(kind: Move): void {
  const state = useStore.getState();
  moveToStep(targets[kind](selectIndex(state), selectTrace(state)));
}

/** Takes the reader to the step of that number. */
export function moveToStep(index: number): void {
  const state = useStore.getState();
  state.moveTo(positionAt(selectTrace(state), index));
}
