import { describe, expect, it } from 'vitest';
import { activationNames } from '../../../../src/core/activations';
import { record } from '../../../../src/core/pass/record';
import { firstChoice } from '../../../../src/state/choice/choice';
import { setActivation } from '../../../../src/state/choice/edits';
import { modelOf } from '../../../../src/state/choice/model-of';
import { byHand } from '../../../../src/view/inspector/step/by-hand';

/** What is said at the backward step of layer 1, or at another operation's. */
function saidAt(
  activation: (typeof activationNames)[number],
  language: 'numpy' | 'torch' | 'jax',
  op = 'activation',
) {
  const model = modelOf(setActivation(1, activation)(firstChoice));
  const step = record(model).steps.find(
    ({ phase, layer, node }) => phase === 'backward' && layer === 1 && node.op === op,
  )!;
  return byHand(step, model, language);
}

describe('what is said of code written by hand', () => {
  it('is what the framework itself keeps, with its version', () => {
    expect(saidAt('relu', 'torch')).toMatch(/^Written by hand.* PyTorch’s own relu keeps A \(.*\d.*\)\.$/);
    expect(saidAt('gelu', 'torch')).toContain('keeps Z (');
    expect(saidAt('relu', 'jax')).toMatch(/JAX’s own relu keeps \w+/);
  });

  it('is nothing of NumPy, where it is all that there is', () => {
    expect(saidAt('relu', 'numpy')).toBeUndefined();
  });

  it('says of other steps that the framework does them, and of every activation something', () => {
    expect(saidAt('relu', 'torch', 'dense')).toBe(
      'Written by hand, so that you can see the cache. PyTorch does it for you.',
    );
    for (const activation of activationNames)
      for (const language of ['torch', 'jax'] as const) expect(saidAt(activation, language)).toMatch(/\.$/);
  });
});
