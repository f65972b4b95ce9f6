import type { ActivationSlot } from '../../core/activations';
import type { Layer } from '../../core/model';
import { type CacheEvent, resultOf, type Step, type Trace } from '../../core/trace';
import { identifier } from './expressions';
import { type Language, namesOf } from './listing';

/** What the record says of a layer's caches: what was kept, and what its backward read. */
export interface LayerPass {
  readonly layer: Layer;
  readonly l: number;
  readonly kept: readonly ActivationSlot[];
  /** None where the slope is 1 everywhere. */
  readonly read: ActivationSlot | undefined;
  /** Whether Z was computed again for the way back. */
  readonly missed: boolean;
  readonly language: Language;
}

/** What a pass did with the caches of layer l. */
export function passOf(l: number, { model, steps }: Trace, language: Language): LayerPass {
  const ofActivation = steps.filter((step) => step.op === 'activation' && step.layer === l);
  const slots = (kind: CacheEvent['kind']) =>
    ofActivation.flatMap(({ cache }) => cache.filter((event) => event.kind === kind)).map(({ slot }) => slot);
  return {
    layer: model.layers[l - 1]!,
    l,
    kept: [...new Set(slots('save'))] as ActivationSlot[],
    read: slots('read')[0] as ActivationSlot | undefined,
    missed: slots('miss').length > 0,
    language,
  };
}

/** The variable that a step works out, by the course's name. */
export function variableOf(step: Step): string {
  const result = resultOf(step);
  for (const [name, tensor] of namesOf(step.layer))
    if (tensor === result && !(name === 'A_prev')) return name;
  throw new Error(`no variable stands for ${result}`);
}

/** What a formula's function is, beside the line that calls it. */
export function formulaNote({ activation, formula, slope, slopeFromA }: Layer): string {
  if (formula === undefined) return '';
  const given = [slope && `, g'(z) = ${slope}`, slopeFromA && `, g' = ${slopeFromA} in terms of a`];
  return `  # ${identifier(activation)}: g(z) = ${formula}${given.filter(Boolean).join('')}`;
}
