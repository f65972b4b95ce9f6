import { limits } from '../../formats/limits';
import { type Read, refused } from '../../formats/read';
import { defineFormulas } from '../formulas';
import { readLink } from '../shared-link';
import { openModel } from './model';
import type { How, OpenedFile } from './types';

/** A link of this page in a text of nothing else. */
const link = /^\S*(#\d+\.[\w-]+(?:\/\S*)?)$/;

/** Opens a file. Never throws; one that can't be opened is refused with a sentence. */
export async function openFile(file: File, how: How): Promise<Read<OpenedFile>> {
  if (file.size > limits.fileBytes)
    return refused('Expected a file of at most 64 MiB, but this one is larger.');
  // A folder that is dropped comes as a file too, and so does one that is gone by now.
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return refused("Expected a file, but the browser can't read it.");
  const [, hash] = link.exec(text.trim()) ?? [];
  return hash ? openLink(hash) : openModel(text, how);
}

/** Opens a link that was saved as a text. */
async function openLink(hash: string): Promise<Read<OpenedFile>> {
  const { notice, choice, position } = readLink(hash);
  if (notice !== undefined) return refused(notice);
  const flaw = await defineFormulas(choice);
  return flaw ? refused(flaw) : { ok: true, value: { choice, position, expected: {}, remarks: [] } };
}
