import { act, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { createStore } from '../../../src/state/store';
import { Notice } from '../../../src/view/page/Notice';
import { renderIn } from '../render';

const store = createStore();
const render = renderIn(store);
const { notify } = store.getState();

afterEach(() => {
  vi.useRealTimers();
});

/** Says something, and goes on until nothing is left that waits. */
function say(...sentence: Parameters<typeof notify>): void {
  vi.useFakeTimers();
  render(<Notice />);
  act(() => notify(...sentence));
  expect(screen.getByRole('alert')).toHaveTextContent(sentence[0]!);
  act(() => vi.runAllTimers());
}

test('a sentence that something was done leaves by itself', () => {
  say('The link is copied.', { passing: true });
  expect(screen.getByRole('alert')).toBeEmptyDOMElement();
});

test('a sentence that something went wrong stays until it is dismissed', () => {
  say('The file was not opened.');
  expect(screen.getByRole('alert')).toHaveTextContent('The file was not opened.');
  act(() => screen.getByRole('button', { name: 'Dismiss' }).click());
  expect(screen.getByRole('alert')).toBeEmptyDOMElement();
});

test('that a pass is worked out is said once that has lasted, and each time anew', () => {
  vi.useFakeTimers();
  render(<Notice />);
  const status = screen.getByRole('status');
  for (let time = 0; time < 2; time++) {
    act(() => store.setState({ pending: { change: {}, done: 0 } }));
    act(() => vi.advanceTimersByTime(150));
    act(() => store.setState({ pending: { change: {}, done: 0.5 } }));
    expect(status).toBeEmptyDOMElement();
    act(() => vi.advanceTimersByTime(100));
    expect(status).toHaveTextContent('This network is large.');
    act(() => store.setState({ pending: undefined }));
    expect(status).toBeEmptyDOMElement();
  }
});
