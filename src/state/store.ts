import { createStore as createVanilla } from 'zustand/vanilla';
import { type Read, refused } from '../formats/read';
import { createEntries } from './address/undo';
import { unworkable } from './address/unworkable';
import { type Choice, firstChoice, isSameChoice, nameOf } from './choice/choice';
import type { Edit } from './choice/edits';
import { withFittingMasks } from './choice/given-masks';
import { loadReader } from './choice/load-reader';
import { type ReadEdited, readerNow } from './choice/reader';
import { createAsking } from './learning/asking';
import { noLesson } from './learning/learning';
import { placed } from './mine/mine';
import { remembered } from './opening/expectations';
import { createDisplay } from './shown/display';
import { createPointing } from './shown/pointing';
import { opening } from './shown/view';
import type { Actions, State, Store } from './state';
import { createTaking, type StartWork, wantedOf } from './taking';

const NO_READER = 'The part of the page that reads files could not be loaded. Is there a connection?';

const loadWork = () => import('./passes/start').then(({ startWork }): StartWork => startWork);

/** A store as the page opens. `load` loads the code that computes large passes in another thread. */
export const createStore = (load: () => Promise<StartWork> = loadWork): Store => ({
  ...createChoosing(load),
  pointing: createPointing(),
  display: createDisplay(),
  asking: createAsking(),
  entries: createEntries(),
});

const createChoosing = (load: () => Promise<StartWork>) =>
  createVanilla<State & Actions>()((set, get, api) => {
    const { take, stop } = createTaking(api, load);
    /** Does an edit once the code that checks it is loaded. */
    const waitFor = (edit: Edit): Promise<void> =>
      loadReader().then(
        () => get().edit(edit),
        () =>
          set({
            notice: 'The part of the page that checks changes could not be loaded. Is there a connection?',
          }),
      );
    /** The file that is being opened: the next one is opened after it, since it may be compared with what this one holds. */
    let last: Promise<unknown> = Promise.resolve();
    return {
      choice: firstChoice,
      position: 'start',
      ...opening,
      playing: false,
      mine: undefined,
      expectations: [],
      notice: undefined,
      passing: undefined,
      offer: undefined,
      pending: undefined,
      memory: {},
      take,
      stop,

      edit(edit) {
        const { choice: shown } = get();
        const before = wantedOf(get());
        const readEdited = readerNow();
        if (!readEdited) return void waitFor(edit);
        const read = changed(before, edit, readEdited);
        if (!read.ok) return set({ notice: read.sentence });
        if (read.value === before) return set({ notice: undefined });
        const { choice, sentence } = withFittingMasks(read.value, 'Undo brings it back.');
        // An edit that leads back to what is shown takes that very object, whose pass is there already.
        take({ choice: isSameChoice(choice, shown) ? shown : choice, notice: sentence });
      },
      show: (choice, position, notice) => take({ choice, position, notice, playing: false }),
      setView: (view) => take({ view, learning: noLesson, playing: false, ...withoutPassing(get()) }),
      compare: (change) =>
        take({ comparing: { ...(get().pending?.change.comparing ?? get().comparing), ...change } }),
      explore: (change) => set({ exploring: { ...get().exploring, ...change } }),
      learn: (learning) => take({ view: 'learn', learning, playing: false }),
      setPredicting: (predicting) => set({ predicting }),
      moveTo: (position) => set({ position, ...withoutPassing(get()) }),
      setPlaying: (playing) => set({ playing }),
      notify(notice, { passing } = { passing: false }) {
        const { pending } = get();
        set({ notice, passing: passing ? notice : undefined });
        // A notice about a pending change stays when that change is shown.
        if (pending && notice !== undefined)
          set({ pending: { ...pending, change: { ...pending.change, notice } } });
      },

      place: (written, tensor) => set({ mine: placed(get().mine, written, tensor) }),
      takeAway() {
        const { mine, expectations } = get();
        if (mine) set({ mine: undefined, expectations: remembered(expectations, mine.to, mine.without) });
      },

      open(file, how = {}) {
        const opened = last.then(async () => {
          // The code that reads files is no part of the first load, since most readers open none.
          const reading = await import('./opened').catch(() => undefined);
          if (reading?.isSlowToRead(file)) set({ notice: `Reading ${file.name} …` });
          const read = (await reading?.readOpened(file, get(), how)) ?? refused(NO_READER);
          if (read.ok) {
            set({ notice: undefined });
            take(read.value(get()));
            return true;
          }
          // A pasted text has no name, and its reader sees the model that it was compared with.
          if (how.pasted) {
            set({ notice: read.sentence });
            return false;
          }
          const still = `The page still shows "${nameOf(get().choice)}".`;
          set({ notice: `${file.name} was not opened. ${read.sentence} ${still}` });
          return false;
        });
        last = opened.catch(() => undefined);
        return opened;
      },
    };
  });

/** Removes a notice that only says that something was done, once the reader goes to another step or view. */
const withoutPassing = ({ notice, passing, playing }: State): Partial<State> =>
  notice !== undefined && notice === passing && !playing ? { notice: undefined } : {};

/** A choice after a change, checked as strictly as a link; the same one where nothing changes. */
function changed(before: Choice, edit: Edit, readEdited: ReadEdited): Read<Choice> {
  try {
    const choice = edit(before);
    return isSameChoice(choice, before) ? { ok: true, value: before } : readEdited(choice, before);
  } catch (error) {
    return refused(unworkable('Nothing was changed', error));
  }
}
