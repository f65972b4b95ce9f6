import { describe, expect, it } from 'vitest';
import { activationNames } from '../../../src/core/activations';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import { lossNames } from '../../../src/core/operations/losses';
import { record } from '../../../src/core/pass/record';
import type { Step, Trace } from '../../../src/core/pass/trace';
import { codeOf, type Language, type Line, languages } from '../../../src/explain/code';
import type { Choice } from '../../../src/state/choice/choice';
import { covering } from '../../extent';
import { listing, modelWith, textOf } from './listings';

/** The tensors on the right of what a line assigns, comments aside. */
function readBy({ tokens }: Line): Set<string> {
  const equals = tokens.findIndex(({ text }) => text.includes('='));
  const right = tokens.slice(equals).filter(({ kind }) => kind === 'name');
  return new Set(right.map(({ tensor }) => tensor!));
}

/** What the line that runs reads, and what is worked out for it just above. */
function readInStep(lines: readonly Line[]): string[] {
  const at = lines.findIndex(({ running }) => running);
  const above = lines.slice(0, at).findLastIndex(({ leading }) => !leading);
  return [...new Set(lines.slice(above + 1, at + 1).flatMap((line) => [...readBy(line)]))].sort();
}

/** What can be said of every step's code. */
function expectCode(step: Step, trace: Trace, language: Language): void {
  const lines = codeOf(step, trace, language);
  const name = `step ${step.index}, ${step.phase} ${step.op}: ${textOf(lines)}`;
  expect(
    lines.filter(({ running }) => running),
    name,
  ).toHaveLength(1);
  expect(lines.length, name).toBeLessThanOrEqual(32);
  expect(name).not.toMatch(/undefined|NaN|\balpha\b/);
  if (language !== 'numpy') expect(name).not.toMatch(/(?<![jt])\bnp\.|float32/);
  // Every function that was called on the way to it shows where, and the list of caches where the layer's entry is.
  if (language === 'numpy' && step.op !== 'cost') {
    expect(
      lines.filter(({ entry }) => entry),
      name,
    ).toHaveLength(1);
    expect(name).toMatch(/def L_model_(forward|backward)|def run_again/);
  }
  expect(readInStep(lines), name).toEqual(step.reads.map((value) => value.name).sort());
}

describe.each(languages)('every step of every activation, keep rule and loss in %s', (language) => {
  it.each(activationNames)('%s: one line runs, and it reads what the record says was read', (activation) => {
    const kept = keepRuleNames.flatMap((keep) => lossNames.map((loss) => [keep, loss] as const));
    for (const [keep, loss] of covering(kept, (row) => row, activationNames.indexOf(activation))) {
      const trace = record(modelWith({ activation, keep }, { loss }));
      for (const step of trace.steps) expectCode(step, trace, language);
    }
  });

  it('says so with each route, with output and loss at once, and with checkpoints', () => {
    const models = [
      modelWith({ activation: 'tanh', keep: 'ZA', route: 'Z' }),
      modelWith({ activation: 'sigmoid', keep: 'Z', route: 'Z_stable' }),
      modelWith({ activation: 'sigmoid' }, { loss: 'binary_cross_entropy', output: 'fused' }),
      modelWith(
        { activation: 'softmax', keep: 'none' },
        { loss: 'categorical_cross_entropy', output: 'fused' },
      ),
      { ...modelWith({ activation: 'gelu' }), checkpoint: 1 },
    ];
    for (const trace of models.map((model) => record(model)))
      for (const step of trace.steps) expectCode(step, trace, language);
  });
});

const stepOf = (trace: Trace, phase: Step['phase'], op: Step['op']): Step =>
  trace.steps.find((step) => step.phase === phase && step.op === op && step.layer === 1)!;

const backwardIn = (
  language: Language,
  activation: string,
  keep: Choice['layers'][number]['keep'],
  route?: Choice['layers'][number]['route'],
) => {
  const trace = record(modelWith({ activation, keep, route }));
  return listing(stepOf(trace, 'backward', 'activation'), trace, language);
};

const forwardIn = (language: Language, activation: string) => {
  const trace = record(modelWith({ activation }));
  return listing(stepOf(trace, 'forward', 'activation'), trace, language);
};

describe('the code of a step', () => {
  it('follows the keep rule: from A, from Z, from a mask, from a slope, or from Z computed again', () => {
    expect(backwardIn('numpy', 'tanh', 'A')).toContain('dZ = dA * (1 - A**2)');
    expect(backwardIn('numpy', 'tanh', 'Z')).toContain('t = np.tanh(Z)\n    dZ = dA * (1 - t**2)');
    expect(backwardIn('numpy', 'gelu', 'slope')).toContain('dZ = dA * slope');
    expect(backwardIn('numpy', 'silu', 'none')).toContain('Z, _ = linear_forward(*linear_cache)  # not kept');
  });

  it('has sigmoid from Z as the course writes it, and the stable form where that is the route', () => {
    const course = 's = 1 / (1 + np.exp(-Z))\n    dZ = dA * (s * (1 - s))';
    expect(backwardIn('numpy', 'sigmoid', 'Z')).toContain(course);
    expect(backwardIn('numpy', 'sigmoid', 'ZA', 'Z')).toContain(course);
    expect(backwardIn('numpy', 'sigmoid', 'ZA')).toContain('dZ = dA * (A * (1 - A))');
    expect(backwardIn('numpy', 'sigmoid', 'Z', 'Z_stable')).toContain('dZ = dA * (e / (1 + e) ** 2)');
  });

  it('selects where a slope is 0 by a comparison, and never multiplies by 0', () => {
    expect(backwardIn('numpy', 'relu', 'Z')).toContain('dZ = np.where(Z > 0, dA, 0)');
    expect(backwardIn('torch', 'relu6', 'mask')).toContain('dZ = torch.where(mask, dA, 0)');
    expect(backwardIn('jax', 'hard_tanh', 'A')).toContain('dZ = jnp.where((A > -1) & (A < 1), dA, 0)');
    expect(backwardIn('numpy', 'leaky_relu', 'Z')).toContain('dZ = np.where(Z > 0, dA, 0.01 * dA)');
  });

  it('gives a linear layer no second linear_backward', () => {
    const trace = record(modelWith({ activation: 'linear' }));
    for (const step of trace.steps)
      expect(listing(step, trace, 'numpy').match(/def linear_backward/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(backwardIn('numpy', 'linear', 'Z')).not.toContain('def linear_backward');
  });

  it('takes the entry of the list apart as it was put together, as PyTorch and JAX do', () => {
    expect(backwardIn('numpy', 'relu', 'ZA')).toContain('cache = caches[l - 1]  # ((A0, W1, b1), (Z1, A1))');
    expect(backwardIn('numpy', 'relu', 'ZA')).toContain('Z, A = activation_cache');
    expect(backwardIn('torch', 'tanh', 'A')).toContain('A_prev, W, b, A = ctx.saved_tensors');
    expect(backwardIn('jax', 'tanh', 'A')).toContain('A_prev, W, b, A = residuals');
  });

  it('says in PyTorch and JAX what is called otherwise there', () => {
    expect(backwardIn('torch', 'elu', 'Z')).toContain('torch.exp(torch.clamp(Z, max=0))');
    expect(forwardIn('torch', 'hard_sigmoid')).toContain('A = torch.clamp(Z + 3, min=0, max=6) / 6');
    expect(backwardIn('torch', 'gelu', 'Z')).toContain('torch.special.ndtr(Z)');
    expect(backwardIn('jax', 'softplus', 'Z')).toContain('dA * jax.nn.sigmoid(Z)');
  });
});
