import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { record } from '../../../../src/core/pass/record';
import { firstChoice } from '../../../../src/state/choice/choice';
import { modelOf } from '../../../../src/state/choice/model-of';
import { createStore } from '../../../../src/state/store';
import { Sentence } from '../../../../src/view/inspector/said/Sentence';
import { Code } from '../../../../src/view/inspector/step/Code';
import { renderIn } from '../../render';

const store = createStore();
const render = renderIn(store);

const trace = record(modelOf(firstChoice));
const step = trace.steps.find(
  ({ phase, op, layer }) => phase === 'backward' && op === 'activation' && layer === 1,
)!;

const running = () => within(screen.getByRole('region', { name: 'Code' })).getByTitle('runs in this step');

beforeEach(() => {
  store.pointing.setState({ tensor: undefined });
  store.display.setState({ language: 'numpy', listingWhole: false });
});

describe('the code of a step', () => {
  it('marks the line that runs, and not by its colour alone', () => {
    render(<Code step={step} trace={trace} />);
    expect(running()).toHaveTextContent('▶dZ = np.where(Z > 0, dA, 0)');
    expect(running()).toHaveAttribute('aria-current', 'step');
  });

  it('is shown in another language, and stays in it from step to step', () => {
    const { unmount } = render(<Code step={step} trace={trace} />);
    fireEvent.click(screen.getByRole('button', { name: 'PyTorch by hand' }));
    expect(screen.getByText(/saved_tensors/)).toBeInTheDocument();
    unmount();
    render(<Code step={trace.steps[0]!} trace={trace} />);
    expect(screen.getByRole('button', { name: 'PyTorch by hand' })).toHaveAttribute('aria-pressed', 'true');
    expect(running()).toHaveTextContent('Z = W @ A_prev + b');
  });

  it.each(trace.steps)(
    'ends with the function that runs, until what calls it is asked for: $op, $phase',
    (of) => {
      render(<Code step={of} trace={trace} />);
      expect(running()).toBeInTheDocument();
      const rest = screen.queryByRole('button', { name: 'What calls it' });
      if (!rest) return;
      const listing = () => document.querySelector('code')!.textContent!;
      const own = listing();
      fireEvent.click(rest);
      expect(listing().length).toBeGreaterThan(own.length);
      expect(listing().startsWith(own)).toBe(true);
      fireEvent.click(rest);
      expect(listing()).toBe(own);
    },
  );

  it('has the list of caches in what calls the function', () => {
    render(<Code step={step} trace={trace} />);
    expect(screen.queryByText(/caches/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'What calls it' }));
    expect(screen.getAllByText(/caches/).length).toBeGreaterThan(0);
  });

  it('lights a name in the sentence where its name in the code is pointed at, and lets it go', () => {
    render(
      <>
        <Code step={step} trace={trace} />
        <p data-testid="said">
          <Sentence of="relu backward reads Z[1]." />
        </p>
      </>,
    );
    const spoken = screen.getByTestId('said').querySelector('[data-name="Z1"]');
    expect(spoken).not.toHaveAttribute('data-lit');
    const name = within(running()).getByText('Z');
    fireEvent.pointerEnter(name.parentElement!);
    expect(spoken).toHaveAttribute('data-lit');
    fireEvent.pointerLeave(name.parentElement!);
    expect(spoken).not.toHaveAttribute('data-lit');
  });
});
