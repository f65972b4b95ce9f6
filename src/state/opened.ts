import { type Read, refused } from '../formats/read';
import { unworkable } from './address/unworkable';
import { noLesson } from './learning/learning';
import { openFile } from './opening';
import { expectationOf, nothing, remembered } from './opening/expectations';
import type { How, OpenedFile } from './opening/types';
import type { State } from './state';
import { wantedOf } from './taking';

/** From how many bytes on a file is read in a thread of its own. */
const SLOW = 100_000;

/** Whether a file is so large that it is read in a thread of its own. */
export const isSlowToRead = ({ size }: File): boolean => size > SLOW;

const elsewhere = () => import('./passes/start').then(({ openElsewhere }) => openElsewhere);

/**
 * The change that opening a file makes to a state, which may have moved on by then; undefined where the code that reads it
 * in a thread of its own could not be loaded.
 */
export async function readOpened(
  file: File,
  state: State,
  how: How,
): Promise<Read<(state: State) => Partial<State>> | undefined> {
  const open = isSlowToRead(file) ? await elsewhere().catch(() => undefined) : openFile;
  if (!open) return undefined;
  // A change that is still being worked out is what will be shown next, and so what arrays are compared with.
  const { position, expectations, mine } = { ...state, ...state.pending?.change };
  const choice = wantedOf(state);
  const expected = expectationOf(expectations, choice) ?? nothing;
  const now = { choice, position, expected, mine, link: globalThis.location?.hash ?? '' };
  const openThere = async () => (await elsewhere())(file, now, how);
  const read = await open(file, now, how, openThere).catch((error: unknown) =>
    refused(unworkable('Nothing was changed', error)),
  );
  return read.ok ? { ok: true, value: (at) => changeByOpened(read.value, file, at) } : read;
}

/** The change that an opened file makes. Arrays lead to the view that checks them, and remarks on them stand there. */
function changeByOpened(
  { choice, expected, sources, position = 'start', remarks, offer, mine }: OpenedFile,
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
    expectations: remembered(expectations, choice, {
      tensors: expected,
      sources: sources ?? (brings ? [file.name] : []),
    }),
    notice,
    offer: notice !== undefined && offer ? { ...offer, notice, file } : undefined,
    // What a model's file expects is checked from now on, instead of arrays that were there before.
    ...(mine
      ? { mine: { ...mine, to: choice }, view: 'mine', learning: noLesson }
      : brings
        ? { mine: undefined }
        : {}),
  };
}
