import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { setActivation } from '../../../src/state/choice/edits';
import { passMoves } from '../../../src/state/moves';
import { selectIndex, selectTrace } from '../../../src/state/selectors';
import type { Store } from '../../../src/state/state';
import { createStore } from '../../../src/state/store';
import { layoutOf } from '../../../src/view/layout';
import { StepView } from '../../../src/view/page/StepView';
import { StoreProvider, useArea } from '../../../src/view/store';

const layout = layoutOf(1440, 900);

function Part({ name }: { name: string }) {
  return (
    <section aria-label={name} tabIndex={-1} {...useArea()}>
      <StepView layout={layout} />
    </section>
  );
}

let first: Store;
let second: Store;

beforeEach(() => {
  first = createStore();
  second = createStore();
  render(
    <>
      <StoreProvider store={first}>
        <Part name="First" />
      </StoreProvider>
      <StoreProvider store={second}>
        <Part name="Second" />
      </StoreProvider>
    </>,
  );
});

const inside = (name: string) => within(screen.getByRole('region', { name }));
const steps = () => [first, second].map((store) => selectIndex(store.getState()));

describe('two stages in one document', () => {
  it('show each its own model', () => {
    act(() => second.getState().edit(setActivation(1, 'gelu')));
    expect(inside('First').queryAllByText('gelu')).toHaveLength(0);
    expect(inside('Second').queryAllByText('gelu').length).toBeGreaterThan(0);
  });

  it('go each along their own steps', () => {
    fireEvent.click(inside('Second').getByRole('button', { name: 'Next step' }));
    expect(steps()).toEqual([0, 1]);
    fireEvent.click(inside('First').getByRole('button', { name: 'Last step' }));
    expect(steps()).toEqual([19, 1]);
  });

  it('light each the cells that are pointed at in them', () => {
    act(() => first.pointing.getState().pin({ place: 'forward:Z1', row: 0, col: 0 }));
    expect(second.pointing.getState().pinned).toBeUndefined();
  });

  it('take the keys that are pressed in them, and the first those that are pressed nowhere', () => {
    const { body } = document;
    fireEvent.keyDown(body, { key: 'ArrowRight', code: 'ArrowRight' });
    fireEvent.keyUp(body, { key: 'ArrowRight', code: 'ArrowRight' });
    expect(steps()).toEqual([1, 0]);
    const region = screen.getByRole('region', { name: 'Second' });
    fireEvent.keyDown(region, { key: 'End', code: 'End' });
    fireEvent.keyUp(region, { key: 'End', code: 'End' });
    expect(steps()).toEqual([1, 19]);
  });

  it('take the focus when a heatmap in them is pressed, so that the next key is theirs', () => {
    const heatmap = inside('Second')
      .getAllByRole('img')
      .find((element) => element.dataset.tensor)!;
    fireEvent.mouseDown(heatmap);
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Second' }));
  });

  it('have no identifier twice', () => {
    act(() => [first, second].map((store) => passMoves(store).moveToStep(12)));
    const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('remember each what was worked out for them', () => {
    const traces = [first, second].map((store) => selectTrace(store.getState()));
    expect(traces[0]).not.toBe(traces[1]);
    act(() => first.getState().moveTo('start'));
    expect([first, second].map((store) => selectTrace(store.getState()))).toEqual(traces);
    expect(selectTrace(first.getState())).toBe(traces[0]);
    expect(selectTrace(second.getState())).toBe(traces[1]);
  });
});
