import { type KeepRuleName, keepRuleNames } from '../model/keep-rules';
import type { Model } from '../model/model';
import {
  type BatchNormRuleName,
  batchNormRuleNames,
  type DropoutRuleName,
  dropoutRuleNames,
} from '../model/regularisation';

/** The rule by which a run differs from the one that it is compared with. */
export type RuleName = KeepRuleName | BatchNormRuleName | Exclude<DropoutRuleName, 'mask'>;

/** What layers keep: of batch norm and dropout, where they have them. */
export interface Rules {
  readonly keep: KeepRuleName;
  readonly batch_norm: BatchNormRuleName;
  readonly dropout: DropoutRuleName;
}

/** What a layer keeps in the run that the others are compared with. */
export const plain = { keep: 'Z', batch_norm: 'normalised', dropout: 'mask' } as const;

type Layered = Pick<Model, 'layers'>;

/** Every rule that there is for what a network has: for its activations, and for batch norm and dropout where layers have them. */
const rulesFor = ({ layers }: Layered) => ({
  keep: keepRuleNames,
  batch_norm: layers.some(({ batch_norm }) => batch_norm) ? batchNormRuleNames : [],
  dropout: layers.some(({ dropout }) => dropout) ? dropoutRuleNames : [],
});

/** How many rules are compared: those of the plain run among them. */
export const countRules = (model: Layered): number => Object.values(rulesFor(model)).flat().length;

/** Every run that is compared with the plain one: each has one rule that is another. */
export function* runsOf(model: Layered): Generator<readonly [RuleName, Rules]> {
  const rules = rulesFor(model);
  for (const keep of rules.keep) if (keep !== plain.keep) yield [keep, { ...plain, keep }];
  for (const batch_norm of rules.batch_norm)
    if (batch_norm !== plain.batch_norm) yield [batch_norm, { ...plain, batch_norm }];
  for (const dropout of rules.dropout) if (dropout !== plain.dropout) yield [dropout, { ...plain, dropout }];
}
