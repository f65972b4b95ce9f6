import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { sizesOf } from '../../../src/core/model/model';
import { frameAt } from '../../../src/core/pass/frames/frame';
import { isChanged } from '../../../src/core/pass/what-if/tamper';
import { firstChoice } from '../../../src/state/choice/choice';
import { setAllKeeps } from '../../../src/state/choice/edits';
import { scalesOf } from '../../../src/state/scales';
import { selectTrace } from '../../../src/state/selectors';
import { createStore } from '../../../src/state/store';
import { stageGeometry } from '../../../src/view/stage/layout/fit';
import { Picture } from '../../../src/view/stage/Picture';
import { useStore } from '../../../src/view/store';
import { renderIn } from '../render';

const room = { width: 1400, height: 900, fit: 'network' as const, numbers: false };

function Stage({ index }: { index: number }) {
  const trace = useStore(selectTrace);
  const geometry = stageGeometry(frameAt(trace, 0).places, sizesOf(trace.model), room);
  return (
    <Picture
      name=""
      trace={trace}
      frame={frameAt(trace, index)}
      scales={scalesOf([trace])}
      geometry={geometry}
      notes={new Map()}
    />
  );
}

/** The stage of a choice at a step, with all that comes at the first touch. */
async function show(keep: 'Z' | 'A' | 'none', index: number) {
  const store = createStore();
  store.setState({ choice: setAllKeeps(keep)(firstChoice) });
  renderIn(store)(<Stage index={index} />);
  fireEvent.pointerDown(document.body);
  await waitFor(() => expect(screen.getAllByRole('button', { name: /^Scramble/ }).length).toBeGreaterThan(0));
  return store;
}

afterEach(cleanup);

describe('“Scramble this”', () => {
  it('hangs at every slot that the way forward filled, and at no other', async () => {
    await show('Z', 7);
    const names = screen
      .getAllByRole('button', { name: /^Scramble/ })
      .map((of) => of.getAttribute('aria-label'));
    expect(names.toSorted()).toEqual(
      [
        'A[0]',
        'A[1]',
        'A[2]',
        'A[3]',
        'W[1]',
        'W[2]',
        'W[3]',
        'Z[1]',
        'Z[2]',
        'Z[3]',
        'b[1]',
        'b[2]',
        'b[3]',
      ].map((name) => `Scramble ${name}`),
    );
  });

  it('puts other numbers into the cache, and takes them out again', async () => {
    const store = await show('Z', 17);
    fireEvent.click(screen.getByRole('button', { name: 'Scramble Z[1]' }));
    expect(isChanged(selectTrace(store.getState()), 'Z1')).toBe(true);
    fireEvent.click(await screen.findByRole('button', { name: 'Put Z[1] back' }));
    expect(store.getState().choice.tampered).toBeUndefined();
  });

  it('is not at what is computed again, which the way forward never left there', async () => {
    await show('none', 10);
    expect(screen.queryByRole('button', { name: 'Scramble Z[3]' })).toBeNull();
  });
});
