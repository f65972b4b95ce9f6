import { frameworkPlans } from '../../../compare/plans/frameworks';
import type { Model } from '../../../core/model/model';
import { operationOf } from '../../../core/pass/nodes';
import type { Step } from '../../../core/pass/trace';
import type { Language } from '../../../explain/code';
import { keptBy } from '../../../explain/phrases';

const frameworks = {
  torch: { name: 'PyTorch', plan: frameworkPlans.pytorch },
  jax: { name: 'JAX', plan: frameworkPlans.jax },
} as const;

/** What is to be known of code that writes a framework's own work out by hand: what that keeps itself. */
export function byHand(
  step: Pick<Step, 'node' | 'layer'>,
  model: Model,
  language: Language,
): string | undefined {
  if (language === 'numpy') return undefined;
  const { name, plan } = frameworks[language];
  const written = 'Written by hand, so that you can see the cache.';
  const layer = model.layers[step.layer - 1]!;
  if (!operationOf(step.node).g || plan.lacks?.(layer)) return `${written} ${name} does it for you.`;
  const keep = plan.apply({ ...model, layers: [layer] }).layers[0]!.keep;
  return `${written} ${name}’s own ${layer.activation} keeps ${keptBy(keep)} (${plan.evidence!.version}).`;
}
