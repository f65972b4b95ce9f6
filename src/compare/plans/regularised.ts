import { asksSignAlone } from '../../core/activations';
import { type Layer, withLayers } from '../../core/model/model';
import {
  type BatchNormRuleName,
  batchNormRuleNames,
  batchNormRules,
  type DropoutRuleName,
  dropoutRuleNames,
  dropoutRules,
} from '../../core/model/regularisation';
import { type Plan, sentence } from './plan';

/** A rule of batch norm, set on all layers that have it; what their activations keep stays as it is. */
const batchNormPlan = (keep: BatchNormRuleName): Plan => ({
  label: `Batch norm keeps ${batchNormRules[keep].label}`,
  group: 'Batch norm',
  says: sentence(batchNormRules[keep].says),
  isFor: ({ layers }) => layers.some(({ batch_norm }) => batch_norm),
  apply: (model) =>
    withLayers(model, ({ batch_norm }) => (batch_norm ? { batch_norm: { ...batch_norm, keep } } : {})),
});

/** A rule of dropout, set on all layers that have it. */
const dropoutPlan = (keep: DropoutRuleName): Plan => ({
  label: `Dropout keeps ${dropoutRules[keep].label}`,
  group: 'Dropout',
  says: sentence(dropoutRules[keep].says),
  isFor: ({ layers }) => layers.some(({ dropout }) => dropout),
  apply: (model) => withLayers(model, ({ dropout }) => (dropout ? { dropout: { ...dropout, keep } } : {})),
});

/** How the rules of batch norm and dropout are written in links, where their own names would be too short. */
export const regularisedPlans: Readonly<Record<string, Plan>> = Object.fromEntries([
  ...batchNormRuleNames.map((keep) => [`batch_norm_${keep}`, batchNormPlan(keep)]),
  ...dropoutRuleNames.map((keep) => [`dropout_${keep}`, dropoutPlan(keep)]),
]);

/** What dropout makes of keeping A, which costs nothing without it; undefined for a layer that has none. */
export const noteOnKeptA = (layer: Layer): string | undefined =>
  layer.dropout &&
  `With dropout the next layer keeps Adrop, not A, so keeping A costs bytes here too. ${
    asksSignAlone(layer)
      ? `${layer.activation} could read Adrop instead.`
      : `${layer.activation} could not read Adrop instead: where D is 0 it is 0.`
  }`;
