import { type ActivationName, activationOf } from './activations';
import { type KeepRuleName, keepRuleNames, keepRules } from './keep-rules';
import { zeros } from './matrix';
import type { Model } from './model';
import { record } from './record';

/** A layer of that activation alone, under a keep rule: enough to see what it costs and whether it suffices. */
function probe(activation: ActivationName, alpha: number, keep: KeepRuleName): Model {
  const square = zeros(4, 4, 'float64');
  return {
    precision: 'float64',
    layers: [{ units: 4, activation, alpha, keep }],
    loss: 'mean_squared_error',
    X: square,
    Y: square,
    parameters: new Map([
      ['W1', square],
      ['b1', zeros(4, 1, 'float64')],
    ]),
  };
}

const known = new Map<string, KeepRuleName>();

/**
 * The keep rule that costs the fewest bytes at the end of the forward pass and still gives g′ without recomputing, at
 * this alpha. Found by running a layer under every rule; of two that cost the same, the one that keeps fewer slots,
 * else the first in `keepRules`.
 */
export function leastRule(
  activation: ActivationName,
  alpha = activationOf(activation).alpha ?? 0,
): KeepRuleName {
  const key = `${activation} ${alpha}`;
  const found = known.get(key) ?? search(activation, alpha);
  known.set(key, found);
  return found;
}

function search(activation: ActivationName, alpha: number): KeepRuleName {
  const candidates = keepRuleNames.flatMap((rule) => {
    const { steps } = record(probe(activation, alpha, rule));
    if (steps.some(({ phase }) => phase === 'recompute')) return [];
    const { cacheBytes } = steps.find(({ op }) => op === 'cost')!;
    return [{ rule, cacheBytes, slots: keepRules[rule].keeps.length }];
  });
  candidates.sort((a, b) => a.cacheBytes - b.cacheBytes || a.slots - b.slots);
  // There is always one: Z suffices for every activation.
  return candidates[0]!.rule;
}
