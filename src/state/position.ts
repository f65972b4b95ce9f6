import type { Model } from '../core/model/model';
import { operationNames } from '../core/operations';
import { goesBackThroughG, operationOf } from '../core/pass/nodes';
import { type Doing, type StepId, sameStep } from '../core/pass/trace';

/** Where the reader stands: by what the step does, not by its number, which changes with the model. */
export type Position = StepId | 'start';

/** The steps of a pass of a model, or of several passes, aligned. */
interface Steps {
  readonly steps: readonly Doing[];
  readonly model: Pick<Model, 'layers'>;
}

/**
 * The number of the step that does what the position says, 0 for the start. A recomputation that a trace does not need
 * leads to the step that asked for it; the two steps of an output, to the one step where it is computed at once; a layer
 * that is not there any more, to the last one.
 */
export function indexOf({ steps, model }: Steps, position: Position): number {
  if (position === 'start') return 0;
  const layer = Math.min(position.layer, model.layers.length);
  const wanted: StepId =
    position.phase === 'loss' ? { ...position, layer: model.layers.length } : { ...position, layer };
  const numberOf = (id: StepId) => steps.findIndex((step) => sameStep(step, id)) + 1;
  return (
    numberOf(wanted) ||
    numberOf({ phase: wanted.phase, op: wanted.op, layer: wanted.layer }) ||
    steps.findIndex((step) => step.layer === layer && goesBackThroughG(step)) + 1
  );
}

/** What the step of that number does. */
export function positionAt({ steps }: { readonly steps: readonly StepId[] }, index: number): Position {
  const step = steps[index - 1];
  if (!step) return 'start';
  const { phase, op, layer, occurrence } = step;
  return { phase, op, layer, ...(occurrence && { occurrence }) };
}

/** A position as a short text, for a link: what is done, and from the second time on, which time. */
export function writePosition(position: Position): string {
  if (position === 'start') return position;
  const { phase, op, layer, occurrence } = position;
  return [phase, op, layer, ...(occurrence ? [occurrence] : [])].join('.');
}

/** What a step can be, layer aside: each part of each operation, in the phases in which it runs. */
const stepKinds: ReadonlySet<string> = new Set(
  operationNames.flatMap((op) => {
    const { forward, again = {}, backward, isLoss } = operationOf({ op });
    if (isLoss) return [forward, ...backward].map(({ step }) => `loss.${step}`);
    const repeated = [forward, ...Object.values(again).flatMap((part) => part ?? [])];
    return [
      `forward.${forward.step}`,
      ...backward.map(({ step }) => `backward.${step}`),
      ...repeated.map(({ step }) => `recompute.${step}`),
    ];
  }),
);

/** The position that a text stands for; the start where no pass has such a step. */
export function readPosition(text = ''): Position {
  const [, kind = '', layer = '', time] = /^(\w+\.\w+)\.([1-9]\d*)(?:\.([1-9]\d*))?$/.exec(text) ?? [];
  const [phase, op] = kind.split('.');
  // Only what is computed again can be done twice.
  if (!stepKinds.has(kind) || (time && phase !== 'recompute')) return 'start';
  const occurrence = Number(time) > 1 && { occurrence: Number(time) };
  return { phase, op, layer: Number(layer), ...occurrence } as StepId;
}
