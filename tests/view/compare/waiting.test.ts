import { describe, expect, it } from 'vitest';
import { record } from '../../../src/core/pass/record';
import type { Doing } from '../../../src/core/pass/trace';
import { waitingFor } from '../../../src/view/compare/waiting';
import { modelFrom } from '../../core/models';

const layers = [{ activation: 'tanh', keep: 'none' }, { activation: 'sigmoid' }] as const;

/** What is said where a run has to wait for that step of another. */
function saidAt(output: 'fused' | 'two_steps', phase: Doing['phase'], op: string): string {
  const { steps } = record(modelFrom({ layers, loss: 'binary_cross_entropy', output }));
  return waitingFor(steps.find((step) => step.phase === phase && step.op === op)!);
}

describe('a run that waits', () => {
  it('says that another computes again only where it does', () => {
    expect(saidAt('fused', 'recompute', 'linear')).toContain('computes again');
  });

  it('says how another rule begins the way back', () => {
    expect(saidAt('fused', 'loss', 'output')).toContain('works out dZ[2] at once');
    expect(saidAt('two_steps', 'loss', 'cost_gradient')).toContain('works out dA[2] first');
    expect(saidAt('two_steps', 'backward', 'activation')).toContain('works out dA[2] first');
  });
});
