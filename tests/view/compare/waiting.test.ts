import { describe, expect, it } from 'vitest';
import { waitingFor } from '../../../src/view/compare/waiting';

describe('a lane that waits', () => {
  it('says that another computes again only where it does', () => {
    expect(waitingFor({ phase: 'recompute', op: 'linear', layer: 1 })).toContain('computes again');
  });

  it('says how another rule begins the way back', () => {
    expect(waitingFor({ phase: 'loss', op: 'output', layer: 3 })).toContain('works out dZ[3] at once');
    for (const id of [
      { phase: 'loss', op: 'cost_gradient', layer: 3 },
      { phase: 'backward', op: 'activation', layer: 3 },
    ] as const)
      expect(waitingFor(id)).toContain('works out dA[3] first');
  });
});
