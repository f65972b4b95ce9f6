import { readFileSync } from 'node:fs';
import { selectExpectedReport } from '../../src/state/opening/expected';
import { createStore } from '../../src/state/store';

export const store = createStore();

const initial = store.getInitialState();

/** A case as a file, read as it is. */
export const caseFile = (name: string): File =>
  new File([readFileSync(`${import.meta.dirname}/files/${name}`)], name);

/** What the page has after files were opened on it one after another, as it was before the first. */
export async function openCases(...names: readonly string[]) {
  store.setState({ ...initial });
  for (const name of names) await store.getState().open(caseFile(name));
  return shownNow();
}

/** The store, and how the pass that it shows compares with what is expected. */
export function shownNow() {
  const state = store.getState();
  const isOpen = state.choice !== initial.choice;
  return { ...state, isOpen, report: selectExpectedReport(state) };
}
