import { type Choice, firstChoice } from '../choice/choice';
import { defineFormulas } from '../choice/formulas';
import { type Expectation, expectationOf, remembered } from '../opening/expectations';
import type { Position } from '../position';
import { type State, useStore } from '../store';
import { opening, type Shown } from '../view';
import { choiceIn, entryOf, expectedIn } from './history-entry';
import { linkOf, positionIn, readLink, viewIn } from './shared-link';
import { added, arrivedAt, depth, depthIn, openedAt } from './undo';
import { unworkable } from './unworkable';

/** How long the address waits for the next step, in ms: browsers refuse one that changes many times a second. */
const SETTLE = 250;

type Addressed = Pick<State, 'choice' | 'position' | keyof Shown>;

/** What the store remembers, and what an entry brings back: what a choice's file expects. */
function recalled({ data }: Choice, entry: unknown): readonly Expectation[] {
  const { expectations } = useStore.getState();
  const expected = expectedIn(entry);
  const isKnown = !expected || expectationOf(expectations, data) !== undefined;
  return isKnown ? expectations : remembered(expectations, data, expected);
}

function writeEntry(method: 'pushState' | 'replaceState', shown: Addressed): void {
  const { expectations } = useStore.getState();
  const entry = entryOf(shown.choice, expectationOf(expectations, shown.choice.data)?.tensors);
  const { hash } = linkOf(shown.choice, shown.position, shown);
  try {
    window.history[method]({ ...entry, depth: depth() }, '', hash);
  } catch {
    // Too many changes at once for this browser. The page goes on, and the next change brings the address up to date.
  }
}

/**
 * Keeps the address in step with the store, and the store with the address: a change of the model or of the view is an
 * entry in the browser's history, a step only renews the entry. Opened data that is too large for a link stays in the
 * entry. Returns what ends it.
 */
export function connectAddress(): () => void {
  /** What the history's current entry is for. */
  let entered: Addressed = useStore.getState();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const renew = () => writeEntry('replaceState', useStore.getState());

  const put = ({ notice, ...shown }: Addressed & { notice?: string | undefined }, entry?: unknown) => {
    entered = shown;
    // In one change: a state between would be taken for a change of the model, and enter the history.
    const expectations = recalled(shown.choice, entry);
    useStore.setState({ ...shown, expectations, notice, playing: false });
    const { choice, notice: undone } = useStore.getState();
    if (choice === shown.choice) return renew();
    // It could not be worked out, and was undone. The address keeps it, for whoever can.
    entered = useStore.getState();
    useStore.setState({ notice: `${undone} The address keeps it.` });
  };
  const giveUp = (error: unknown) =>
    useStore.setState({ notice: `${unworkable('The link was not opened', error)} The address keeps it.` });
  /** Shows what an entry or a link has; where it has a formula, once that can be read. */
  const present = (to: Parameters<typeof put>[0], entry: unknown) => {
    const reading = defineFormulas(to.choice);
    if (!reading) return put(to, entry);
    reading
      .then((flaw) =>
        flaw ? put({ choice: firstChoice, position: 'start', ...opening, notice: flaw }) : put(to, entry),
      )
      .catch(giveUp);
  };
  const arrive = (entry: unknown, positionNow: Position | undefined) => {
    const { hash } = window.location;
    try {
      const kept = choiceIn(entry);
      const link = readLink(hash);
      present(
        kept
          ? { choice: kept, position: positionNow ?? positionIn(hash), ...viewIn(hash) }
          : { choice: link.choice, position: link.position, ...viewIn(hash), notice: link.notice },
        entry,
      );
    } catch (error) {
      giveUp(error);
    }
  };
  openedAt(depthIn(window.history.state));
  arrive(window.history.state, undefined);

  const stopListening = useStore.subscribe((state, before) => {
    const moved = state.choice !== entered.choice || state.view !== entered.view;
    const kept = (['position', 'comparing', 'exploring'] as const).every(
      (part) => state[part] === before[part],
    );
    if (!moved && kept) return;
    clearTimeout(timer);
    if (!moved) {
      timer = setTimeout(renew, SETTLE);
      return;
    }
    entered = state;
    added();
    writeEntry('pushState', state);
  });
  // Going back undoes a change of the model and leaves the reader where they are; a pasted link brings its step.
  const onPopState = ({ state }: PopStateEvent) => {
    arrivedAt(depthIn(state));
    arrive(state, useStore.getState().position);
  };
  window.addEventListener('popstate', onPopState);
  return () => {
    clearTimeout(timer);
    stopListening();
    window.removeEventListener('popstate', onPopState);
  };
}
