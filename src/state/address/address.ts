import { type Choice, firstChoice } from '../choice/choice';
import { meanAs } from '../choice/formulas';
import type { Position } from '../position';
import { hiddenIn, usePanels } from '../shown/panels';
import { opening } from '../shown/view';
import type { Store } from '../state';
import { type Addressed, addressedOf, recalled, writeEntry } from './entry';
import { choiceIn, laterChoiceIn } from './history-entry';
import { createLateEntries, takeLinkLeft } from './late-entries';
import { untilReadable } from './readable';
import { positionIn, readLink, viewIn } from './shared-link';
import { added, arrivedAt, depthIn, openedAt } from './undo';
import { unworkable } from './unworkable';

/** How long the address waits for the next step, in ms: browsers refuse one that changes many times a second. */
const SETTLE = 250;

/** After how long the browser is asked again for what it refused, in ms. */
const AGAIN = 1000;

/**
 * Keeps the address in step with the store, and the store with the address: a change of the model or of the view is an
 * entry in the browser's history, written once the picture is drawn, and a step only renews the entry. Opened data that
 * is too large for a link stays in the entry. Returns what ends it.
 */
export function connectAddress(store: Store): () => void {
  /** What the history's current entry is for. */
  let entered = addressedOf(store.getState());
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends the wait for what reads the formulas of an arrival. */
  let stopWaiting = () => {};
  /** How the shown state comes into the history that the browser has not taken yet. */
  let owed: 'pushState' | undefined;
  /** Whether the address holds what is not shown, and so must stay as it is. */
  let keepsOther = false;
  /** What comes out of the address or the history: it is no change that the history needs to hear of. */
  let putting: Choice | undefined;
  /** The number of the last arrival or change: what comes in late for an earlier one is dropped. */
  let turn = 0;
  /** What the page said about a link that it waits with. */
  let told: string | undefined;
  const write = (shown: Addressed = store.getState()) => {
    clearTimeout(timer);
    const isTaken = writeEntry(store, owed ?? 'replaceState', shown);
    if (!isTaken) timer = setTimeout(write, AGAIN);
    else {
      owed = undefined;
      late.written();
    }
  };
  const late = createLateEntries(store.entries, () => write());
  const renew = () => {
    if (!keepsOther) write();
  };

  const put = (
    { notice, ...shown }: Addressed & { notice?: string | undefined },
    entry?: unknown,
    stays = false,
  ) => {
    // Until it is shown, which may take a while, and where it could not be worked out and was undone, the address
    // keeps it, for whoever can.
    keepsOther = true;
    putting = shown.choice;
    const expectations = recalled(store, shown.choice, entry);
    const { take } = store.getState();
    take({ ...shown, expectations, notice, playing: false }, () => {
      putting = undefined;
      entered = addressedOf(store.getState());
      keepsOther = stays || entered.choice !== shown.choice;
      if (entered.choice === shown.choice) return renew();
      store.setState({ notice: `${store.getState().notice} The address keeps it.` });
    });
  };
  const giveUp = (error: unknown) => {
    keepsOther = true;
    store.setState({ notice: `${unworkable('The link was not opened', error)} The address keeps it.` });
  };
  /** Shows what an entry or a link has; where it has a formula, once that can be read. */
  const present = (to: Parameters<typeof put>[0], entry: unknown, stays = false) => {
    keepsOther = true;
    meanAs(to.choice.layers, store.getState().choice.layers);
    stopWaiting = untilReadable(to.choice, {
      ready: () => put(to, entry, stays),
      refused: (notice) => put({ choice: firstChoice, position: 'start', ...opening, notice }),
      tell(notice) {
        told = notice;
        store.setState({ notice });
      },
      failed: giveUp,
    });
  };
  const arrive = (
    entry: unknown,
    positionNow: Position | undefined,
    { hash }: { readonly hash: string } = window.location,
  ) => {
    turn += 1;
    stopWaiting();
    owed = undefined;
    // Undoing a change unfolds nothing; a link that is pasted does.
    const hidden = entry ? undefined : hiddenIn(hash);
    if (hidden) usePanels.getState().follow(hidden);
    const unwritten = late.of(entry);
    if (unwritten) return present({ ...unwritten, position: positionNow ?? unwritten.position }, entry);
    const show = (kept: Choice | undefined) => {
      const link = readLink(hash);
      present(
        kept
          ? { choice: kept, position: positionNow ?? positionIn(hash), ...viewIn(hash) }
          : {
              choice: link.choice,
              position: link.position,
              ...viewIn(hash),
              notice: link.notice ?? link.remark,
            },
        entry,
        !kept && link.waitsForFile,
      );
    };
    try {
      const kept = choiceIn(entry);
      const later = kept ? undefined : laterChoiceIn(entry);
      if (!later) return show(kept);
      const mine = turn;
      keepsOther = true;
      later
        .catch(() => undefined)
        .then((choice) => {
          if (turn === mine) show(choice);
        })
        .catch(giveUp);
    } catch (error) {
      giveUp(error);
    }
  };
  openedAt(store.entries, depthIn(window.history.state));
  // Without a link or an entry, what is shown stays, and is written: something may have been chosen already.
  const { hash } = window.location;
  const { state } = window.history;
  const left = takeLinkLeft(state);
  if (hash || state) arrive(state, undefined, { hash: left ?? hash });
  else renew();

  const stopListening = store.subscribe((state, before) => {
    if (putting && (state.choice === putting || before.choice === putting)) return;
    const moved =
      state.choice !== entered.choice ||
      state.view !== entered.view ||
      state.learning.lesson !== entered.learning.lesson;
    const kept = (['position', 'comparing', 'exploring', 'learning', 'predicting'] as const).every(
      (part) => state[part] === before[part],
    );
    if (!moved && kept) return;
    if (!moved && owed) return;
    clearTimeout(timer);
    if (!moved) {
      timer = setTimeout(renew, SETTLE);
      return;
    }
    entered = addressedOf(state);
    // What the address held stays in the history, one entry back.
    keepsOther = false;
    turn += 1;
    stopWaiting();
    // What another change has left to write, before that can't be done any more.
    if (late.leave()) write(before);
    added(store.entries);
    if (!late.add(entered)) owed = 'pushState';
    if (told !== undefined && state.notice === told) store.setState({ notice: undefined });
  });
  const stopFolding = usePanels.subscribe(({ hidden }, before) => {
    if (hidden === before.hidden || owed) return;
    clearTimeout(timer);
    timer = setTimeout(renew, SETTLE);
  });
  // Going back undoes a change of the model and leaves the reader where they are; a pasted link brings its step.
  const onPopState = ({ state }: PopStateEvent) => {
    late.leave();
    arrivedAt(store.entries, depthIn(state));
    arrive(state, store.getState().position);
  };
  window.addEventListener('popstate', onPopState);
  return () => {
    if (late.leave()) write();
    turn += 1;
    clearTimeout(timer);
    stopWaiting();
    stopListening();
    stopFolding();
    window.removeEventListener('popstate', onPopState);
  };
}
