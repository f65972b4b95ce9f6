import { type KeepRuleName, keepRuleNames, keepRules } from '../../core/model/keep-rules';
import { labelsFuse, withLayers } from '../../core/model/model';
import { leastRule } from '../least';
import { type Plan, sentence } from './plan';
import { noteOnKeptA } from './regularised';

const keptOf = (keep: KeepRuleName): readonly string[] => keepRules[keep].keeps;

const keepAll = (keep: KeepRuleName): Plan => ({
  label: keep === 'none' ? 'Keep nothing' : `Keep ${keepRules[keep].label}`,
  group: 'Keep',
  says: sentence(keepRules[keep].says),
  apply: (model) => withLayers(model, () => ({ keep, route: undefined })),
  ...(keptOf(keep).includes('A') && { note: noteOnKeptA }),
});

/** Every keep rule, set on all layers. */
export const keepPlans = Object.fromEntries(keepRuleNames.map((keep) => [keep, keepAll(keep)])) as Record<
  KeepRuleName,
  Plan
>;

/** Z kept, with g′ by a form that is accurate at both ends, where the course's is not. */
export const stable: Plan = {
  label: 'Z, stable form',
  group: 'Keep',
  says: 'Z, with the slopes of sigmoid and tanh as e/(1 + e)², which no saturation rounds to 0.',
  apply: (model) => withLayers(model, () => ({ keep: 'Z', route: 'Z_stable' })),
};

/** The way back begins with dZ[L] at once, whatever is kept. */
export const fused: Plan = {
  label: 'dZ[L] at once',
  group: 'The output',
  says: 'dZ[L] = A[L] − Y in one step, under sigmoid with binary and softmax with categorical cross entropy.',
  apply: (model) => ({ ...model, ...(labelsFuse(model) && { output: 'fused' }) }),
};

/** The way back begins with the gradient of the loss, whatever is kept. */
export const twoSteps: Plan = {
  label: 'dA[L], then dZ[L]',
  group: 'The output',
  says: 'The gradient of the loss first, and then the last activation’s backward.',
  apply: (model) => ({ ...model, output: 'two_steps' }),
};

/** Each activation keeps what costs fewest bytes and still gives g′ without computing again. */
export const least: Plan = {
  label: 'The least that suffices',
  group: 'Keep',
  says: 'Each activation keeps whatever takes the fewest bytes and still gives g′ without computing anything again.',
  apply: (model) => withLayers(model, (layer) => ({ keep: leastRule(layer), route: undefined })),
};

/** A checkpoint every k layers; between them everything is dropped, and run again on the way back. */
export const checkpoint = (k: number): Plan => ({
  label: 'Checkpoints',
  group: 'Compute again',
  says: `Of every ${k} layers only the first one’s input is kept; the others run again on the way back.`,
  apply: (model) => ({ ...least.apply(model), checkpoint: k }),
});
