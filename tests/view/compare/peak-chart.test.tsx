import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { firstChoice } from '../../../src/state/choice/choice';
import { PeakChart } from '../../../src/view/compare/PeakChart';
import { lanesNow, panel, show, store } from './show';

const layer = { units: 8, activation: 'relu' as const, alpha: 0, keep: 'A' as const };
const deep = {
  ...firstChoice,
  loss: 'mean_squared_error' as const,
  layers: [...Array.from({ length: 15 }, () => layer), { ...layer, units: 1 }],
};

const bars = () => panel('Peak of checkpoints').getAllByRole('button');

describe('the chart of peaks', () => {
  it('has a bar for every k, with the lowest at or beside √16', async () => {
    show(['Z', 'A'], deep, { panel: <PeakChart /> });
    await waitFor(() => expect(bars().length).toBe(16));
    const lowest = bars().filter((bar) => bar.getAttribute('aria-label')!.includes('the lowest'));
    for (const bar of lowest) expect(bar).toHaveAccessibleName(/^k = [345]: [\d,]+ B, the lowest$/);
    expect(lowest.length).toBeGreaterThan(0);
  });

  it('puts a k into the last lane, and then into the lane that has checkpoints', async () => {
    const user = show(['Z', 'A'], deep, { panel: <PeakChart /> });
    await user.click(await screen.findByRole('button', { name: /^k = 4:/ }));
    expect(lanesNow()).toEqual(['Z', 'checkpoint-4']);
    expect(screen.getByRole('button', { name: /^k = 4:/ })).toHaveAttribute('aria-pressed', 'true');
    act(() => store.getState().compare({ plans: [...lanesNow(), 'A'] }));
    await user.click(screen.getByRole('button', { name: /^k = 2:/ }));
    expect(lanesNow()).toEqual(['Z', 'checkpoint-2', 'A']);
  });
});
