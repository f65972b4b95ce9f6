import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { type Choice, firstChoice } from '../../../src/state/choice/choice';
import { opening } from '../../../src/state/shown/view';
import { createStore } from '../../../src/state/store';
import { CompareView } from '../../../src/view/compare/CompareView';
import { layoutOf } from '../../../src/view/layout';
import { renderIn } from '../render';

export const store = createStore();
const render = renderIn(store);

// To look for roles in whole pages takes jsdom its time, more so where other tests run beside these.
vi.setConfig({ testTimeout: 30_000 });

interface Shown {
  readonly panel?: ReactNode;
  readonly difference?: string;
}

/** Without a header, so that all that belongs to the comparison stands in it. */
const alone = layoutOf(1440, 900, { hidden: ['header'], presenting: false });

/** Renders the comparison of some plans on a model, at the start of the pass; or one panel of it, which is quicker. */
export function show(
  lanes: readonly string[],
  choice: Choice = firstChoice,
  { panel = <CompareView layout={alone} />, difference }: Shown = {},
) {
  store.setState({
    ...opening,
    choice,
    position: 'start',
    comparing: { plans: lanes, difference },
  });
  render(panel);
  return userEvent.setup();
}

export const lanesNow = (): readonly string[] => store.getState().comparing.plans;

export const lane = (number: number) => within(screen.getByRole('region', { name: `Rule ${number}` }));

/** What a lane says of its rule and its step, in whatever pieces. */
export const saidIn = (number: number): HTMLElement =>
  screen.getByRole('region', { name: `Rule ${number}` }).querySelector('header p')!;

export const panel = (name: string) => within(screen.getByRole('region', { name }));

/** The figures of a row in the table of costs, by the titles of their columns. */
export function figures(number: number): Record<string, string> {
  const table = panel('Table of costs');
  const titles = table.getAllByRole('columnheader').map(({ textContent }) => textContent ?? '');
  const row = table.getByRole('row', { name: new RegExp(`^${number} `) });
  const cells = Array.from(row.children, ({ textContent }) => textContent ?? '');
  return Object.fromEntries(titles.map((title, i) => [title, cells[i] ?? '']));
}

/** Chooses something out of a list. */
export async function choose(user: ReturnType<typeof userEvent.setup>, label: string, option: string) {
  await user.click(screen.getByRole('combobox', { name: label }));
  await user.click(await screen.findByRole('option', { name: option }));
}
