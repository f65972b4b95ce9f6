import { renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { activationNames, activations } from '../../../src/core/activations';
import { alphasTried, verdictAt } from '../../../src/core/verdict/verdict';
import { useVerdicts, verdictFor } from '../../../src/view/activations/useVerdicts';

vi.mock('../../../src/core/verdict/verdict', { spy: true });

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the verdicts', () => {
  it('are found with no more than one alpha at a stretch, where that takes long', () => {
    vi.useFakeTimers();
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 5;
      return now;
    });
    renderHook(useVerdicts);
    const most = activationNames.reduce((sum, name) => sum + alphasTried(activations[name]).length, 0);
    const stretches: number[] = [];
    for (let turn = 0; turn < most; turn++) {
      vi.mocked(verdictAt).mockClear();
      vi.advanceTimersToNextTimer();
      stretches.push(vi.mocked(verdictAt).mock.calls.length);
    }
    expect(Math.max(...stretches)).toBe(1);
    vi.mocked(verdictAt).mockClear();
    expect(verdictFor('leaky_relu').verdict).toBe('A is enough while alpha ≥ 0');
    expect(verdictAt).not.toHaveBeenCalled();
  });
});
