import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { zeros } from '../../../src/core/math/matrix';
import { record } from '../../../src/core/pass/record';
import type { Trace } from '../../../src/core/pass/trace';
import { type Standing, startChecks } from '../../../src/state/checks';
import { type Choice, firstChoice } from '../../../src/state/choice/choice';
import { setInit, setKeep } from '../../../src/state/choice/edits';
import { modelOf } from '../../../src/state/choice/model-of';
import type { Given } from '../../../src/state/passes/given';
import { selectIndex, selectMemoryLines, selectScales, selectTrace } from '../../../src/state/selectors';
import { createStore } from '../../../src/state/store';
import { Checks } from '../../../src/view/checks/Checks';
import { renderIn } from '../render';

const store = createStore();
const render = renderIn(store);

vi.mock(import('../../../src/state/checks'), async (original) => ({
  ...(await original()),
  startChecks: vi.fn(),
}));

const slopes = {
  done: 31,
  total: 31,
  cost: 0.7,
  counts: { agrees: 31, off: 0, kink: 0, untold: 0, rounded: 0 },
  error: 2.1e-9,
  wrongCells: [],
};
const done: Standing = { state: 'done', long: false, rules: { error: 0 }, slopes };
const running: Standing = {
  state: 'running',
  long: true,
  rules: { error: 0 },
  slopes: { ...slopes, done: 12 },
};

/** Checks that are under way until the test says how they stand. */
function pending() {
  const tells: ((standing: Standing) => void)[] = [];
  const [stop, goOn] = [vi.fn(), vi.fn()];
  vi.mocked(startChecks).mockImplementation((_trace, onChange) => {
    tells.push(onChange);
    return { stop, goOn };
  });
  return { stop, goOn, tell: (standing: Standing) => act(() => tells.at(-1)!(standing)) };
}

/** Longer than a pass must be shown before it is checked. */
const settle = () => act(() => vi.advanceTimersByTime(1000));

const section = () => within(screen.getByRole('region', { name: 'Checks' }));
const item = (name: RegExp) =>
  section()
    .getAllByRole('listitem')
    .find(({ textContent }) => name.test(textContent!))!;
const line = (name: RegExp) => within(item(name));

const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });

beforeEach(() => {
  vi.mocked(startChecks).mockReset();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  // Another choice, so that its pass is a new one.
  store.setState({ choice: { ...firstChoice }, position: 'start', expectations: [] });
  store.getState().edit(setKeep(1, 'A'));
  store.getState().edit(setKeep(1, 'Z'));
  return () => vi.useRealTimers();
});

describe('the checks', () => {
  it('begin once a pass has been shown for a moment, and judge that pass', () => {
    pending();
    render(<Checks />);
    expect(startChecks).not.toHaveBeenCalled();
    settle();
    expect(startChecks).toHaveBeenCalledExactlyOnceWith(
      { trace: selectTrace(store.getState()) },
      expect.any(Function),
      false,
    );
  });

  it('tell each how it came out, by more than colour, and all of them politely', () => {
    const { tell } = pending();
    render(<Checks />);
    settle();
    expect(line(/Central/).getByRole('img', { name: 'open' })).toHaveTextContent('…');
    tell(done);
    expect(line(/Central/).getByRole('img', { name: 'passes' })).toHaveTextContent('✓');
    expect(item(/Central/)).toHaveTextContent('31 of 31 parameters · largest error 2.1e−9');
    expect(line(/keep rules, one gradient/).getByText('largest error 0')).toBeVisible();
    expect(section().getByRole('status')).toHaveTextContent('all pass');
  });

  it('lead from what fails to its first step', async () => {
    const { tell } = pending();
    render(<Checks />);
    settle();
    const wrongCell = { tensor: 'dW1', row: 1, col: 0, found: 0.31, right: 0.35 };
    tell({ ...done, slopes: { ...slopes, wrongCells: [wrongCell], error: 0.04 } });
    expect(section().getByRole('status')).toHaveTextContent('1 of 2 fails');
    expect(line(/Central/).getByRole('img', { name: 'fails' })).toHaveTextContent('✗');
    expect(line(/Central/).getByText('dW[1] (2, 1): 0.31, but 0.35 by central differences.')).toBeVisible();
    await user.click(line(/Central/).getByRole('button', { name: 'Go to step 18' }));
    expect(selectIndex(store.getState())).toBe(18);
  });

  it('are not started again by a step, and start anew once the model is another', () => {
    const { stop } = pending();
    render(<Checks />);
    settle();
    act(() => store.getState().moveTo({ phase: 'forward', op: 'linear', layer: 1 }));
    settle();
    expect(startChecks).toHaveBeenCalledTimes(1);
    act(() => store.getState().edit(setKeep(1, 'none')));
    expect(stop).toHaveBeenCalled();
    expect(section().getByRole('status')).toBeEmptyDOMElement();
    settle();
    expect(startChecks).toHaveBeenCalledTimes(2);
  });

  it('are not begun for what is shown in passing', () => {
    pending();
    render(<Checks />);
    for (const rule of ['A', 'none', 'mask', 'ZA'] as const) {
      act(() => store.getState().edit(setKeep(1, rule)));
      act(() => vi.advanceTimersByTime(100));
    }
    settle();
    expect(startChecks).toHaveBeenCalledTimes(1);
  });

  it('that are done are not run again where the reader comes back', () => {
    const { tell } = pending();
    render(<Checks />);
    settle();
    tell(done);
    cleanup();
    render(<Checks />);
    settle();
    expect(startChecks).toHaveBeenCalledTimes(1);
    expect(section().getByRole('status')).toHaveTextContent('all pass');
  });

  it('end where the reader leaves', () => {
    const { stop } = pending();
    render(<Checks />);
    settle();
    expect(stop).not.toHaveBeenCalled();
    cleanup();
    expect(stop).toHaveBeenCalled();
  });
});

describe('the checks of a large model', () => {
  /** Shows a choice by a pass that came from another thread, as another one does with each comparison. */
  function bringPass(choice: Choice): void {
    const there = { choice };
    const pass = record(modelOf(choice));
    const much = zeros(3000, 3000, 'float32');
    const large: Trace = {
      ...pass,
      values: [...pass.values, { id: pass.values.length, name: 'Z1', matrix: much }],
      buffers: new Map([...pass.buffers, ['Z1', much]]),
    };
    const given: Given = {
      choice,
      pass: {
        untouched: large,
        trace: large,
        moved: [],
        scales: { layer: selectScales.layer(there), network: selectScales.network(there) },
        memoryLines: selectMemoryLines(there),
        births: [],
        byKeys: new Map(),
      },
    };
    store.setState({ choice, memory: { given } });
  }

  it('wait until they are asked for, and stay known where a comparison brings another pass of the model', async () => {
    const { tell } = pending();
    const choice = { ...firstChoice };
    bringPass(choice);
    render(<Checks />);
    settle();
    expect(startChecks).not.toHaveBeenCalled();
    await user.click(section().getByRole('button', { name: 'Check' }));
    // Its numbers would take long to send, and so they are worked out again where it is checked.
    expect(startChecks).toHaveBeenCalledExactlyOnceWith({ choice }, expect.any(Function), true);
    tell({ ...running, state: 'paused' });
    cleanup();
    act(() => bringPass(choice));
    render(<Checks />);
    settle();
    expect(line(/keep rules, one gradient/).getByText('largest error 0')).toBeVisible();
    expect(section().getByRole('status')).toHaveTextContent('stopped');
    await user.click(section().getByRole('button', { name: 'Check again' }));
    expect(startChecks).toHaveBeenCalledTimes(2);
    tell(running);
    expect(section().getByRole('button', { name: 'Stop' })).toBeVisible();
    store.setState({ memory: {} });
  });
});

describe('checks that take longer than a blink', () => {
  it('show how far they are, and no bar before that', () => {
    const { tell } = pending();
    render(<Checks />);
    settle();
    tell({ ...running, long: false });
    expect(section().queryByRole('progressbar')).toBeNull();
    tell(running);
    const bar = section().getByRole('progressbar', { name: 'Parameters checked' });
    expect(bar).toHaveAttribute('value', '12');
    expect(bar).toHaveAttribute('max', '31');
    tell({ state: 'running', long: true });
    expect(bar).not.toHaveAttribute('value');
  });

  it('can be stopped and run again, by a button that keeps the focus', async () => {
    const { stop, tell } = pending();
    render(<Checks />);
    settle();
    tell(running);
    const button = section().getByRole('button', { name: 'Stop' });
    await user.click(button);
    expect(stop).toHaveBeenCalledOnce();
    tell({ ...running, state: 'stopped' });
    expect(button).toHaveFocus();
    expect(button).toHaveTextContent('Check again');
    expect(section().queryByRole('progressbar')).toBeNull();
    expect(section().getByRole('status')).toHaveTextContent('stopped');
    await user.click(button);
    expect(startChecks).toHaveBeenLastCalledWith(expect.anything(), expect.any(Function), true);
  });

  it('pause after their time, and go on when asked to', async () => {
    const { goOn, tell } = pending();
    render(<Checks />);
    settle();
    tell({ ...running, state: 'paused', slopes: { ...slopes, done: 5120, total: 235146 } });
    expect(line(/Central/).getByText(/5,120 of 235,146 parameters so far/)).toBeVisible();
    expect(section().getByRole('status')).toHaveTextContent('paused');
    await user.click(section().getByRole('button', { name: 'Go on' }));
    expect(goOn).toHaveBeenCalledOnce();
  });

  it('say in a sentence that this browser could not run them, and can be tried again', async () => {
    const { tell } = pending();
    render(<Checks />);
    settle();
    tell({ state: 'failed', long: false, sentence: 'This browser could not start the checks.' });
    expect(section().getByText('This browser could not start the checks.')).toBeVisible();
    await user.click(section().getByRole('button', { name: 'Check again' }));
    expect(startChecks).toHaveBeenCalledTimes(2);
  });
});

describe('what the opened file expects', () => {
  const expecting = (right: number) => {
    const data = { name: 'opened', X: [[1, 2]], Y: [[0, 1]], parameters: { W1: [[0.5]], b1: [[0]] } };
    const choice: Choice = {
      ...firstChoice,
      precision: 'float64',
      layers: [{ units: 1, activation: 'linear', alpha: 0, keep: 'Z' }],
      data,
    };
    store.setState({
      choice,
      expectations: [{ of: choice, tensors: { Z1: [[0.5, right]] }, sources: [] }],
    });
  };

  it('has a line of its own, at once and without a worker', () => {
    pending();
    expecting(1);
    render(<Checks />);
    expect(line(/Expected by the file/).getByRole('img', { name: 'passes' })).toBeVisible();
  });

  it('fails where the pass has another number, and leads to it', async () => {
    pending();
    expecting(1.25);
    render(<Checks />);
    expect(line(/Expected/).getByText('Z[1] (1, 2): 1, but the file expects 1.25.')).toBeVisible();
    await user.click(line(/Expected/).getByRole('button', { name: 'Go to step 1' }));
    expect(selectIndex(store.getState())).toBe(1);
  });

  it('is compared with no other network than it is of', () => {
    pending();
    expecting(1.25);
    store.setState({ choice: setInit({ seed: 9 })(store.getState().choice) });
    render(<Checks />);
    expect(line(/Expected/).getByRole('img', { name: 'nothing to check' })).toBeVisible();
    expect(line(/Expected/).getByText(/^They are of the network as it was/)).toBeVisible();
  });
});
