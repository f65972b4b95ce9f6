import type { Model } from '../core/model/model';
import { type Operation, operationNames, operations } from '../core/operations';
import { type StepId, sameStep } from '../core/pass/trace';

/** Where the reader stands: at what a step does, not at its number, which changes with the model. */
export type Position = StepId | 'start';

/** The steps of a pass of a model, or of several passes laid along each other. */
interface Steps {
  readonly steps: readonly StepId[];
  readonly model: Pick<Model, 'layers'>;
}

/**
 * The number of the step that does what the position says, 0 for the start. A recomputation that a trace does not
 * need leads to the step that asked for it, and what an output that is worked out at once does in two steps to that one;
 * a layer that is not there any more, to the last one.
 */
export function indexOf({ steps, model }: Steps, position: Position): number {
  if (position === 'start') return 0;
  const layer = Math.min(position.layer, model.layers.length);
  const wanted: StepId =
    position.phase === 'loss' ? { ...position, layer: model.layers.length } : { ...position, layer };
  const numberOf = (id: StepId) => steps.findIndex((step) => sameStep(step, id)) + 1;
  // The step that makes dZ of the layer is the activation's, or the output's where that is worked out at once.
  return (
    numberOf(wanted) ||
    numberOf({ phase: 'backward', op: 'activation', layer }) ||
    numberOf({ phase: 'loss', op: 'output', layer })
  );
}

/** What the step of that number does. */
export function positionAt({ steps }: { readonly steps: readonly StepId[] }, index: number): Position {
  const step = steps[index - 1];
  return step ? { phase: step.phase, op: step.op, layer: step.layer } : 'start';
}

/** A position as a short text, for a link. */
export const writePosition = (position: Position): string =>
  position === 'start' ? position : `${position.phase}.${position.op}.${position.layer}`;

/** What a step can be, layer aside: what the parts of all operations do, in the phases in which they do it. */
const stepKinds: ReadonlySet<string> = new Set(
  operationNames.flatMap((name) => {
    const { forward, again = {}, backward, isLoss }: Operation = operations[name];
    const remade = Object.values(again).flatMap((part) => part?.step ?? []);
    return [
      `${isLoss ? 'loss' : 'forward'}.${forward.step}`,
      ...backward.map(({ step }) => `${isLoss ? 'loss' : 'backward'}.${step}`),
      ...(isLoss ? [] : [forward.step, ...remade].map((step) => `recompute.${step}`)),
    ];
  }),
);

/** The position that a text stands for; the start where no pass has such a step. */
export function readPosition(text = ''): Position {
  const [, kind = '', layer = ''] = /^(.+)\.([1-9]\d*)$/.exec(text) ?? [];
  if (!stepKinds.has(kind)) return 'start';
  const [phase, op] = kind.split('.');
  return { phase, op, layer: Number(layer) } as StepId;
}
