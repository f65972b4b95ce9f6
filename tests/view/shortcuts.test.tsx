import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished, vi } from 'vitest';
import { useShortcuts } from '../../src/view/keys/useShortcuts';

/** Takes a step at the key E. */
function Stepping({ step }: { step(): void }) {
  useShortcuts({ e: () => step() });
  return null;
}

it('a key that comes while the page draws anew is not lost, and is answered once', async () => {
  const step = vi.fn();
  const stale = vi.fn();
  const drawAnew = () => flushSync(() => rerender(<Stepping step={step} />));
  addEventListener('keydown', drawAnew);
  onTestFinished(() => removeEventListener('keydown', drawAnew));
  const { rerender } = render(<Stepping step={stale} />);
  await userEvent.keyboard('e');
  expect(step).toHaveBeenCalledTimes(1);
  expect(stale).not.toHaveBeenCalled();
});

it('a key does what the last drawing says, and nothing once the component is gone', async () => {
  const step = vi.fn();
  const { rerender, unmount } = render(<Stepping step={vi.fn()} />);
  rerender(<Stepping step={step} />);
  await userEvent.keyboard('ee');
  expect(step).toHaveBeenCalledTimes(2);
  unmount();
  await userEvent.keyboard('e');
  expect(step).toHaveBeenCalledTimes(2);
});

it('a key counts as soon as what listens to it is drawn', async () => {
  // As in a page: a test's own way of drawing does all at once.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  const step = vi.fn();
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const drawn = new Promise<void>((done) =>
    new MutationObserver(() => {
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'e' }));
      done();
    }).observe(place, { childList: true }),
  );
  root.render(
    <p>
      <Stepping step={step} />
    </p>,
  );
  await drawn;
  expect(step).toHaveBeenCalledTimes(1);
  root.unmount();
  place.remove();
  vi.unstubAllGlobals();
});
