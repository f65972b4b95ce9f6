import { describe, expect, it } from 'vitest';
import { activationNames, activationOf } from '../../../src/core/activations';
import { keepRuleNames } from '../../../src/core/keep-rules';
import { lossNames } from '../../../src/core/losses';
import { record } from '../../../src/core/pass/record';
import { modelOf } from '../../../src/state/build';
import { type Choice, firstChoice } from '../../../src/state/choice';
import { codeOf, type Language, type Line, languages } from '../../../src/state/code';

const traceOf = (activation: string, keep: Choice['layers'][number]['keep'], loss: Choice['loss']) => {
  const layer = { units: 2, activation, alpha: activationOf(activation).alpha ?? 0, keep };
  return record(modelOf({ ...firstChoice, loss, layers: [layer, { ...layer, units: 1 }] }));
};

const textOf = ({ tokens }: Line) => tokens.map(({ text }) => text).join('');

/** The tensors on the right of what a line assigns, comments aside. */
function readBy({ tokens }: Line): Set<string> {
  const equals = tokens.findIndex(({ text }) => text.includes('='));
  const right = tokens.slice(equals).filter(({ kind }) => kind === 'name');
  return new Set(right.map(({ tensor }) => tensor!));
}

const runningOf = (lines: readonly Line[]) => lines.filter(({ running }) => running);

describe.each(languages)('every step of every activation, keep rule and loss in %s', (language) => {
  it.each(activationNames)('%s: one line runs, and it reads what the record says was read', (activation) => {
    for (const keep of keepRuleNames)
      for (const loss of lossNames) {
        const trace = traceOf(activation, keep, loss);
        for (const step of trace.steps) {
          const lines = codeOf(step, trace, language);
          const running = runningOf(lines);
          const name = `${keep}, ${loss}, step ${step.index}: ${lines.map(textOf).join('\n')}`;
          expect(running, name).toHaveLength(1);
          expect(lines.length, name).toBeGreaterThanOrEqual(4);
          expect(lines.length, name).toBeLessThanOrEqual(10);
          expect(name).not.toMatch(/undefined|NaN|\balpha\b/);
          if (language !== 'numpy') expect(name).not.toMatch(/(?<![jt])\bnp\./);
          expect([...readBy(running[0]!)].sort(), name).toEqual(step.reads.map((value) => value.name).sort());
        }
      }
  });
});

const backwardIn = (language: Language, activation: string, keep: Choice['layers'][number]['keep']) => {
  const trace = traceOf(activation, keep, 'mean_squared_error');
  const step = trace.steps.find(
    ({ phase, op, layer }) => phase === 'backward' && op === 'activation' && layer === 1,
  )!;
  return codeOf(step, trace, language).map(textOf).join('\n');
};

const forwardIn = (language: Language, activation: string) => {
  const trace = traceOf(activation, 'Z', 'mean_squared_error');
  return codeOf(trace.steps[1]!, trace, language).map(textOf).join('\n');
};

describe('the code of a step', () => {
  it('follows the keep rule: from A, from Z, from a mask, from a slope, or from Z computed again', () => {
    expect(backwardIn('numpy', 'tanh', 'A')).toContain('dZ = dA * (1 - A**2)');
    expect(backwardIn('numpy', 'tanh', 'Z')).toContain('dZ = dA * (4 * sigmoid(2 * Z) * sigmoid(-2 * Z))');
    expect(backwardIn('numpy', 'relu', 'mask')).toContain('dZ = dA * mask');
    expect(backwardIn('numpy', 'gelu', 'slope')).toContain('dZ = dA * slope');
    expect(backwardIn('numpy', 'silu', 'none')).toContain('Z = W @ A_prev + b  # not kept: computed again');
  });

  it('unpacks what was kept, as PyTorch and JAX do', () => {
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
