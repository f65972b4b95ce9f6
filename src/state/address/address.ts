import { type Choice, firstChoice } from '../choice/choice';
import { meanAs } from '../choice/formulas';
import { hiddenIn, usePanels } from '../shown/panels';
import { opening } from '../shown/view';
import type { Store } from '../state';
import { type Addressed, addressedOf, recalled, type Staying, stayingOf } from './entry';
import { choiceIn, laterChoiceIn } from './history-entry';
import { takeLinkLeft } from './late-entries';
import { untilReadable } from './readable';
import { positionIn, readLink, viewIn } from './shared-link';
import { arrivedAt, depthIn, openedAt } from './undo';
import { unworkable } from './unworkable';
import { createWriter } from './writer';

/**
 * Keeps the address in step with the store, and the store with the address: a change of the model or of the view is an
 * entry in the browser's history, written once the picture is drawn, and a step only renews the entry. Opened data that
 * is too large for a link stays in the entry. Returns a function that ends this.
 */
export function connectAddress(store: Store): () => void {
  /** What the history's current entry stands for. */
  let entered = addressedOf(store.getState());
  const writer = createWriter(store);
  /** Ends the wait for what reads the formulas of an arrival. */
  let stopWaiting = () => {};
  /** A choice that comes from the address or the history, so that the history need not be told of it. */
  let putting: Choice | undefined;
  /** The number of the last arrival or change: what arrives late for an earlier one is dropped. */
  let turn = 0;
  /** The notice about a link that the page is still waiting to show. */
  let told: string | undefined;

  const put = (
    { notice, ...shown }: Addressed & { notice?: string | undefined },
    entry?: unknown,
    stays = false,
  ) => {
    // The address keeps it until it is shown, which may take a while, and also where it could not be computed and was
    // undone: another browser may be able to.
    writer.keepOther(true);
    putting = shown.choice;
    const expectations = recalled(store, shown.choice, entry);
    const { take } = store.getState();
    take({ ...shown, expectations, notice, playing: false }, () => {
      putting = undefined;
      entered = addressedOf(store.getState());
      writer.keepOther(stays || entered.choice !== shown.choice);
      if (entered.choice === shown.choice) return writer.renew();
      store.setState({ notice: `${store.getState().notice} The address keeps it.` });
    });
  };
  const giveUp = (error: unknown) => {
    writer.keepOther(true);
    store.setState({ notice: `${unworkable('The link was not opened', error)} The address keeps it.` });
  };
  /** Shows what an entry or a link has; with a formula, once that can be read. */
  const present = (to: Parameters<typeof put>[0], entry: unknown, stays = false) => {
    writer.keepOther(true);
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
    staying: Partial<Staying>,
    { hash }: { readonly hash: string } = window.location,
  ) => {
    turn += 1;
    stopWaiting();
    writer.forget();
    // Undoing a change unfolds nothing; a link that is pasted does.
    const hidden = entry ? undefined : hiddenIn(hash);
    if (hidden) usePanels.getState().follow(hidden);
    const unwritten = writer.unwritten(entry);
    if (unwritten) return present({ ...unwritten, ...staying }, entry);
    const show = (kept: Choice | undefined) => {
      const link = readLink(hash);
      present(
        kept
          ? { choice: kept, position: positionIn(hash), ...viewIn(hash), ...staying }
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
      writer.keepOther(true);
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
  if (hash || state) arrive(state, {}, { hash: left ?? hash });
  else writer.renew();

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
    if (!moved) return writer.renewSoon();
    entered = addressedOf(state);
    turn += 1;
    stopWaiting();
    writer.add(entered, before);
    if (told !== undefined && state.notice === told) store.setState({ notice: undefined });
  });
  const stopFolding = usePanels.subscribe(({ hidden }, before) => {
    if (hidden !== before.hidden) writer.renewSoon();
  });
  // Going back undoes a change of the model and leaves the reader where they are, with what they set up since; a pasted
  // link brings its own.
  const onPopState = ({ state }: PopStateEvent) => {
    writer.leave();
    arrivedAt(store.entries, depthIn(state));
    arrive(state, stayingOf(store.getState()));
  };
  window.addEventListener('popstate', onPopState);
  return () => {
    writer.end();
    turn += 1;
    stopWaiting();
    stopListening();
    stopFolding();
    window.removeEventListener('popstate', onPopState);
  };
}
