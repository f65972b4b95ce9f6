import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Measurement, measure, type Paired } from '../../../../src/compare/times';
import { firstChoice } from '../../../../src/state/choice/choice';
import { Timing } from '../../../../src/view/compare/times/Timing';
import { choose, panel, show, store } from '../show';

vi.mock(import('../../../../src/compare/times'), async (original) => ({
  ...(await original()),
  measure: vi.fn(),
}));

const result: Paired = {
  first: { pass: 12.345, activations: 3 },
  second: { pass: 10, activations: 2 },
  ratio: {
    pass: { low: 1.2111, middle: 1.2345, high: 1.2501 },
    activations: { low: 0.97, middle: 1, high: 1.2 },
  },
  pairs: 60,
};

/** A measurement that is under way until the test ends it. */
function pending() {
  const ends: {
    done?: (result: Paired) => void;
    fail?: (error: Error) => void;
    pair?: (done: number, of: number) => void;
  } = {};
  const stop = vi.fn();
  vi.mocked(measure).mockImplementation((_plans, _activation, _size, onPair): Measurement => {
    ends.pair = onPair;
    return {
      stop,
      result: new Promise((resolve, reject) => {
        ends.done = resolve;
        ends.fail = reject;
      }),
    };
  });
  return { ends, stop };
}

const timing = () => panel('Measured time');
const run = () => timing().getByRole('button', { name: 'Run both' });

beforeEach(() => vi.mocked(measure).mockReset());

describe('measured time', () => {
  it('is that of the first two rules at the size and activation that are picked', async () => {
    pending();
    const user = show(['none', 'A', 'Z'], firstChoice, { panel: <Timing /> });
    await choose(user, 'Activation to be timed', 'sigmoid');
    await user.click(timing().getByText('1024'));
    await user.click(run());
    expect(measure).toHaveBeenCalledWith(
      ['none', 'A'],
      'sigmoid',
      { layers: 3, units: 1024, m: 1024 },
      expect.any(Function),
    );
  });

  it('shows how far it is, then medians, and their ratio with its interval', async () => {
    const { ends } = pending();
    const user = show(['Z', 'A'], firstChoice, { panel: <Timing /> });
    await user.click(run());
    expect(timing().getByRole('progressbar')).not.toHaveAttribute('value');
    act(() => ends.pair!(3, 60));
    expect(timing().getByRole('progressbar')).toHaveAttribute('value', '3');
    expect(timing().getByRole('progressbar')).toHaveAttribute('max', '60');
    await act(async () => ends.done!(result));
    expect(timing().queryByRole('progressbar')).toBeNull();
    expect(timing().getByRole('row', { name: /^Whole pass/ })).toHaveTextContent(
      '12.3 ms10 ms1.23 (1.21 to 1.26)',
    );
    expect(timing().getByRole('row', { name: /^Activations/ })).toHaveTextContent(
      '3 ms2 ms1.00 (0.97 to 1.20)',
    );
    expect(timing().getByRole('columnheader', { name: 'Median of 60' })).toBeInTheDocument();
  });

  it('says in sentences what is faster and what is noise', async () => {
    const { ends } = pending();
    const user = show(['Z', 'A'], firstChoice, { panel: <Timing /> });
    await user.click(run());
    await act(async () => ends.done!(result));
    expect(timing().getByRole('status')).toHaveTextContent(
      'With tanh, the whole pass is faster under Keep A: Keep Z takes 1.23 times as long (somewhere from 1.21 to 1.26).',
    );
  });

  it('calls the rules by their lanes where both are one rule', async () => {
    const { ends } = pending();
    const user = show(['Z', 'Z'], firstChoice, { panel: <Timing /> });
    await user.click(run());
    await act(async () => ends.done!(result));
    expect(timing().getByRole('status')).toHaveTextContent('faster under rule 2: rule 1 takes 1.23 times');
  });

  it('says what was timed, also once lanes and picks are others', async () => {
    const { ends } = pending();
    const user = show(['Z', 'A'], firstChoice, { panel: <Timing /> });
    await user.click(run());
    await act(async () => ends.done!(result));
    act(() => store.getState().compare({ plans: ['mask', 'none'] }));
    await choose(user, 'Activation to be timed', 'gelu');
    expect(timing().getByRole('columnheader', { name: 'Keep Z' })).toBeInTheDocument();
    expect(timing().getByRole('columnheader', { name: 'Keep A' })).toBeInTheDocument();
    expect(timing().getByRole('table')).toHaveAccessibleName('tanh, 256 by 256 on 256 examples');
  });

  it('can be stopped, and then be run again', async () => {
    const { stop } = pending();
    const user = show(['Z', 'A'], firstChoice, { panel: <Timing /> });
    await user.click(run());
    await user.click(timing().getByRole('button', { name: 'Stop' }));
    expect(stop).toHaveBeenCalled();
    expect(run()).toBeInTheDocument();
    expect(timing().queryByRole('table')).toBeNull();
  });

  it('is stopped where the reader leaves the comparison', async () => {
    const { stop } = pending();
    const user = show(['Z', 'A'], firstChoice, { panel: <Timing /> });
    await user.click(run());
    expect(stop).not.toHaveBeenCalled();
    cleanup();
    expect(stop).toHaveBeenCalled();
  });

  it('says in a sentence that this browser could not do it', async () => {
    const { ends } = pending();
    const user = show(['Z', 'A'], firstChoice, { panel: <Timing /> });
    await user.click(run());
    await act(async () => ends.fail!(new Error('The measurement could not be run in this browser.')));
    await waitFor(() =>
      expect(screen.getByText('The measurement could not be run in this browser.')).toBeInTheDocument(),
    );
    expect(run()).toBeInTheDocument();
  });
});
