import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Choice, firstChoice } from '../../../src/state/choice/choice';
import { setActivation, setAllKeeps } from '../../../src/state/choice/edits';
import { viewNames } from '../../../src/state/shown/view';
import type { Store } from '../../../src/state/state';
import { createStore } from '../../../src/state/store';
import { download } from '../../../src/view/header/download';
import { App } from '../../../src/view/page/App';
import { renderIn } from '../render';
import { isInThread, workersKnown } from './workers';

/*
 * No work that grows with a model may be done on the page's own thread once that model is large. A model with this many
 * units in a layer passes for a large one here, and whatever works on it beside a thread is caught.
 */
const LARGE = vi.hoisted(() => 11);

/** As many layers as a network may have of which each is gone through at once. */
const SHALLOW = 12;

const caught = vi.hoisted((): string[] => []);

const taken = vi.hoisted((): { last?: object } => ({}));

vi.mock('comlink', async (importActual) => {
  const actual = await importActual<typeof import('comlink')>();
  const expose: typeof actual.expose = (offered, ...rest) => {
    if (rest.length > 0) return actual.expose(offered, ...rest);
    taken.last = offered;
  };
  return { ...actual, expose };
});

vi.mock('../../../src/formats/work', async (importActual) => {
  const actual = await importActual<typeof import('../../../src/formats/work')>();
  return {
    ...actual,
    workOf: (...asked: Parameters<typeof actual.workOf>) =>
      asked[1].units.includes(LARGE) ? Number.POSITIVE_INFINITY : actual.workOf(...asked),
    workOfCells: (of: Parameters<typeof actual.workOfCells>[0], cells: number) =>
      cells % LARGE === 0 ? Number.POSITIVE_INFINITY : actual.workOfCells(of, cells),
  };
});

const catches = (what: string, isLarge: boolean): void => {
  if (isLarge && !isInThread()) caught.push(`${what} ${new Error().stack}`);
};

vi.mock('../../../src/core/pass/record', async (importActual) => {
  const actual = await importActual<typeof import('../../../src/core/pass/record')>();
  const record: typeof actual.record = (model, ...rest) => {
    catches(
      'a pass',
      model.layers.some(({ units }) => units === LARGE),
    );
    return actual.record(model, ...rest);
  };
  return { ...actual, record };
});

vi.mock('../../../src/core/math/multiply', async (importActual) => {
  const actual = await importActual<typeof import('../../../src/core/math/multiply')>();
  const multiply: typeof actual.multiply = (a, b, ...rest) => {
    catches('a product', a.rows === LARGE || a.cols === LARGE);
    return actual.multiply(a, b, ...rest);
  };
  return { ...actual, multiply };
});

vi.mock('../../../src/compare/peaks', async (importActual) => {
  const actual = await importActual<typeof import('../../../src/compare/peaks')>();
  const peaksOverK: typeof actual.peaksOverK = (model) => {
    catches('a dry run for each layer', model.layers.length > SHALLOW);
    return actual.peaksOverK(model);
  };
  return { ...actual, peaksOverK };
});

vi.mock('../../../src/view/header/download');

const layer = (units: number, activation: 'relu' | 'tanh' | 'sigmoid') =>
  ({ units, activation, alpha: 0, keep: 'Z' }) as const;

const large: Choice = {
  ...firstChoice,
  layers: [layer(LARGE, 'relu'), layer(LARGE, 'tanh'), layer(1, 'sigmoid')],
};

/** A busy machine is no flaw. */
const PATIENT = { timeout: 50_000 };

let store: Store;

beforeAll(() => workersKnown(taken));

beforeEach(async () => {
  Object.assign(window, { innerWidth: 1440, innerHeight: 900 });
  store = createStore();
  store.getState().show(large, 'start');
  await waitFor(() => expect(store.getState().choice).toBe(large));
  renderIn(store)(<App />);
});

afterEach(() => {
  expect(caught.splice(0)).toEqual([]);
});

const settled = () => waitFor(() => expect(store.getState().pending).toBeUndefined());

describe('on the page’s own thread no work is done on a large model', () => {
  it('by the step view: its steps and edits', async () => {
    for (const name of ['Last step', ...Array(5).fill('Previous step')])
      fireEvent.click(screen.getByRole('button', { name }));
    expect(screen.getByRole('main').dataset.step).toBe('14');
    store.getState().edit(setAllKeeps('none'));
    await settled();
    store.getState().edit(setActivation(1, 'gelu'));
    await settled();
    expect(store.getState().choice.layers[0]).toMatchObject({ activation: 'gelu', keep: 'none' });
  });

  it('by the activations, whose masks and outputs come from a thread', async () => {
    store.getState().setView('activations');
    store.getState().explore({ activation: 'relu', layer: 2 });
    const boundary = await screen.findByRole('region', { name: 'The boundary' });
    expect(await within(boundary).findAllByText(/of 88 open\. dW\[2\]/)).toHaveLength(4);
    await waitFor(() => expect(document.querySelector('[data-key="cells/A"]')).not.toBeNull());
  });

  it('by a comparison', async () => {
    store.getState().setView('compare');
    await settled();
    await screen.findByRole('table');
    store.getState().compare({ plans: ['own', 'mask'] });
    await settled();
  });

  it('by the peaks of a deep network, however narrow it is', async () => {
    const narrow = Array.from({ length: SHALLOW + 1 }, () => layer(1, 'sigmoid'));
    store.getState().show({ ...firstChoice, layers: narrow }, 'start');
    await settled();
    store.getState().setView('compare');
    const chart = within(await screen.findByRole('region', { name: 'Peak of checkpoints' }, PATIENT));
    await waitFor(
      () => expect(chart.getAllByRole('button', { name: /^k = / })).toHaveLength(SHALLOW + 1),
      PATIENT,
    );
  });

  it.each(viewNames.filter((view) => view !== 'compare'))('by leaving a comparison for %s', async (view) => {
    store.getState().setView('compare');
    await settled();
    await screen.findByRole('table');
    store.getState().setView(view);
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Peak of checkpoints' })).toBeNull());
  });

  it('by exports, each of which arrives', async () => {
    const user = userEvent.setup();
    const names = ['Trace (JSON)', 'Arrays (.npz)'];
    for (const name of names) {
      vi.mocked(download).mockClear();
      await user.click(screen.getByRole('button', { name: 'Export' }));
      await user.click(await screen.findByRole('menuitem', { name }));
      await waitFor(() => expect(download).toHaveBeenCalledOnce());
      expect(store.getState().notice).toBeUndefined();
    }
  });

  it('by opening a small file that asks for it', async () => {
    const model = {
      format: 'cacheback-model',
      version: 1,
      name: 'asks for much',
      precision: 'float32',
      layers: [
        { units: LARGE, activation: 'relu' },
        { units: 1, activation: 'sigmoid' },
      ],
      loss: 'binary_cross_entropy',
      X: [[1, 2, 3]],
      Y: [[0, 1, 0]],
      init: { scheme: 'he', seed: 1 },
      expected: { Z1: Array(LARGE).fill([0, 0, 0]), dW2: [Array(LARGE).fill(0)] },
    };
    await store.getState().open(new File([JSON.stringify(model)], 'asks.json'));
    await settled();
    expect(store.getState().choice.layers[0]!.units).toBe(LARGE);
    expect(store.getState().choice.data).toHaveProperty('name', 'asks for much');
    const expected = () => document.querySelector<HTMLElement>('[data-check="expected"]');
    await waitFor(() => expect(expected()).toHaveAttribute('data-result', 'fail'));
    expect(expected()).toHaveTextContent('2 tensors');
  });
});
