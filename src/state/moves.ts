import type { Doing } from '../core/pass/trace';
import { positionAt } from './position';
import { selectIndex, selectTrace } from './selectors';
import type { State, Store } from './state';

/** The steps that the reader moves along, and the number of the one that is shown. */
export interface Way {
  readonly steps: readonly Doing[];
  readonly index: number;
}

/** Where each move leads; steps are counted from 1, and 0 is before the first. */
const targets = {
  first: () => 0,
  previous: ({ index }: Way) => Math.max(0, index - 1),
  next: ({ steps, index }: Way) => Math.min(steps.length, index + 1),
  last: ({ steps }: Way) => steps.length,
  /** The first step of the next layer's part of a phase. */
  nextLayer: ({ steps, index }: Way) => boundaries(steps).find((start) => start > index) ?? steps.length,
  /** The first step of this layer's part of a phase; from there, that of the one before. */
  previousLayer: ({ steps, index }: Way) => boundaries(steps).findLast((start) => start < index) ?? 0,
} satisfies Record<string, (way: Way) => number>;

export type Move = keyof typeof targets;

/** The steps with which a layer's part of the forward pass, the loss or the backward pass begins. */
const boundaries = (steps: Way['steps']): number[] =>
  steps.flatMap((step, i) => {
    const before = steps[i - 1];
    const part = (phase: string) => (phase === 'recompute' ? 'backward' : phase);
    const goesOn = before?.layer === step.layer && part(before.phase) === part(step.phase);
    return goesOn ? [] : [i + 1];
  });

/** The ways in which a reader moves along the steps of a view. */
export interface Moves {
  readonly way: () => Way;
  /** Takes the reader to another step. */
  move(kind: Move): void;
  /** Takes the reader to the step of that number. */
  moveToStep(index: number): void;
  /** Starts playing, from the beginning where the reader stands at the end; or stops. */
  togglePlaying(): void;
}

/** How a store's reader moves along a way, which is looked up anew at each move. */
export const movesAlong =
  (wayOf: (state: State) => Way) =>
  ({ getState }: Pick<Store, 'getState'>): Moves => {
    const way = () => wayOf(getState());
    const moveToStep = (index: number) => getState().moveTo(positionAt(way(), index));
    const move = (kind: Move) => moveToStep(targets[kind](way()));
    return {
      way,
      move,
      moveToStep,
      togglePlaying() {
        const { playing, setPlaying } = getState();
        if (!playing && isAtEnd(way())) move('first');
        setPlaying(!playing);
      },
    };
  };

export const isAtEnd = ({ steps, index }: Way): boolean => index === steps.length;

/** Moves along the steps of the pass that is shown. */
export const passMoves = movesAlong((state) => ({
  steps: selectTrace(state).steps,
  index: selectIndex(state),
}));
