import { type Activation, activationOf, type Named } from '../core/activations';
import { zeros } from '../core/math/matrix';
import { RecentByObject } from '../core/math/recent-by-object';
import { type KeepRuleName, keepRuleNames, keepRules } from '../core/model/keep-rules';
import type { Layer, Model } from '../core/model/model';
import { makesCost, partOf } from '../core/pass/nodes';
import { record } from '../core/pass/record';
import type { Step } from '../core/pass/trace';

/** The parts of a layer that decide what it needs to keep: with dropout, nothing else keeps its A. */
type Activated = Pick<Layer, keyof Named | 'alpha' | 'dropout'>;

/** A stand-in for the layers behind it. */
const behind: Layer = { activation: 'linear', alpha: 0, units: 4, keep: 'none' };

/** A layer of that activation, and one behind it, under a keep rule: enough to see what it costs and whether it suffices. */
function probe(layer: Activated, keep: KeepRuleName): Model {
  const square = zeros(4, 4, 'float64');
  const column = zeros(4, 1, 'float64');
  return {
    precision: 'float64',
    layers: [{ ...layer, units: 4, keep }, behind],
    loss: 'mean_squared_error',
    X: square,
    Y: square,
    parameters: new Map([
      ['W1', square],
      ['b1', column],
      ['W2', square],
      ['b2', column],
    ]),
  };
}

/** A pass of a layer of that activation under a keep rule. */
function tried({ activation, own, alpha, dropout }: Activated, keep: KeepRuleName): readonly Step[] {
  // A D that was given has another shape.
  const dropped = dropout && { dropout: { ...dropout, D: undefined } };
  const layer = { activation, own, alpha, ...dropped };
  return record(probe(layer, keep)).steps;
}

/** Whether nothing of the activation is computed again. A D that is drawn again counts for dropout, not for it. */
const isEnough = (steps: readonly Step[]): boolean =>
  !steps.some((step) => step.phase === 'recompute' && !partOf(step).isDrawn);

/** Whether a keep rule gives g′ of a layer's activation, at its alpha, without computing anything again. */
export const suffices = (layer: Activated, keep: KeepRuleName): boolean => isEnough(tried(layer, keep));

const known = new RecentByObject<Activation, KeepRuleName>(32);

/**
 * The keep rule that costs the fewest bytes at the end of the forward pass and still gives g′ without recomputing, for
 * the activation of a layer. Found by running it under every rule; of two that cost the same, the one that keeps fewer
 * slots, else the first in `keepRules`.
 */
export const leastRule = (layer: Activated): KeepRuleName =>
  known.of(activationOf(layer), `${layer.alpha} ${layer.dropout !== undefined}`, () => search(layer));

function search(layer: Activated): KeepRuleName {
  const candidates = keepRuleNames.flatMap((rule) => {
    const steps = tried(layer, rule);
    if (!isEnough(steps)) return [];
    const { cacheBytes } = steps.find(makesCost)!;
    return [{ rule, cacheBytes, slots: keepRules[rule].keeps.length }];
  });
  candidates.sort((a, b) => a.cacheBytes - b.cacheBytes || a.slots - b.slots);
  // There is always one: Z suffices for every activation.
  return candidates[0]!.rule;
}
