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
import type { openFile } from './opening';
import { expectationOf, remembered } from './opening/expectations';
import type { How, OpenedFile } from './opening/types';
import { createDisplay } from './shown/display';
import { createPointing } from './shown/pointing';
import { opening } from './shown/view';
import type { Actions, State, Store } from './state';
import { createTaking, type StartWork, wantedOf } from './taking';

const loadWork = () => import('./passes/start').then(({ startWork }): StartWork => startWork);

/** A store as the page opens. `load` brings what works out large passes elsewhere. */
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
    /** Does an edit that was made before what checks it had come. */
    const waitFor = (edit: Edit): Promise<void> =>
      loadReader().then(
        () => get().edit(edit),
        () =>
          set({
            notice: 'The part of the page that checks changes could not be loaded. Is there a connection?',
          }),
      );
    /** The file that is being opened: the next is held against what it holds. */
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
        // What leads back to what is shown is there already.
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
        // A sentence about a change stays when that is shown.
        if (pending && notice !== undefined)
          set({ pending: { ...pending, change: { ...pending.change, notice } } });
      },

      place: (written, tensor) => set({ mine: placed(get().mine, written, tensor) }),
      takeAway: () => set({ mine: undefined }),

      open(file, how = {}) {
        const opened = last.then(async () => {
          if (file.size > ELSEWHERE) set({ notice: `Reading ${file.name} …` });
          const read = await readFile(file, get(), how);
          if (read.ok) {
            set({ notice: undefined });
            take(changeOf(read.value, file, get()));
            return true;
          }
          // A text that was pasted has no name, and whoever pasted it looks at what it was held against.
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

/** Takes away the notice that only says that something was done, with a step or a view that the reader goes to. */
const withoutPassing = ({ notice, passing, playing }: State): Partial<State> =>
  notice !== undefined && notice === passing && !playing ? { notice: undefined } : {};

/** What an opened file changes. Arrays lead to where they are checked, and what there is to say of them stands there. */
function changeOf(
  { choice, expected, position = 'start', remarks, offer, mine }: OpenedFile,
  file: File,
  { expectations }: State,
): Partial<State> {
  const isSaid = remarks.length > 0 && (offer || !mine?.remarks.length);
  const notice = isSaid ? remarks.join('\n') : undefined;
  const brings = Object.keys(expected).length > 0;
  return {
    choice,
    position,
    playing: false,
    expectations: remembered(expectations, choice.data, expected),
    notice,
    offer: notice !== undefined && offer ? { ...offer, notice, file } : undefined,
    // What a model's file expects is what is checked, in the place of arrays that were there before.
    ...(mine ? { mine, view: 'mine', learning: noLesson } : brings ? { mine: undefined } : {}),
  };
}

/** A choice after a change, checked as strictly as a link; the same one where nothing changes. */
function changed(before: Choice, edit: Edit, readEdited: ReadEdited): Read<Choice> {
  try {
    const choice = edit(before);
    return isSameChoice(choice, before) ? { ok: true, value: before } : readEdited(choice, before);
  } catch (error) {
    return refused(unworkable('Nothing was changed', error));
  }
}

/** From how many bytes on a file is read in a thread of its own. */
const ELSEWHERE = 100_000;

/** What a file holds. What reads files is no part of the first load, since most readers open none. */
async function readFile(file: File, state: State, how: How): Promise<Read<OpenedFile>> {
  const elsewhere = () => import('./passes/start').then(({ openElsewhere }) => openElsewhere);
  const load: Promise<typeof openFile> =
    file.size > ELSEWHERE ? elsewhere() : import('./opening').then(({ openFile }) => openFile);
  const open = await load.catch(() => undefined);
  if (!open)
    return refused('The part of the page that reads files could not be loaded. Is there a connection?');
  // What is still worked out for the page is what comes next, and what arrays are held against.
  const { position, expectations, mine } = { ...state, ...state.pending?.change };
  const choice = wantedOf(state);
  const expected = expectationOf(expectations, choice.data)?.tensors ?? {};
  const now = { choice, position, expected, mine, link: globalThis.location?.hash ?? '' };
  const openThere = async () => (await elsewhere())(file, now, how);
  return open(file, now, how, openThere).catch((error: unknown) =>
    refused(unworkable('Nothing was changed', error)),
  );
}
