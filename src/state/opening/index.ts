import { readContents } from '../../formats/arrays';
import { limits } from '../../formats/limits';
import { LONGEST_LINK } from '../../formats/link';
import { type Read, refused } from '../../formats/read';
import { readLink, rejoined } from '../address/shared-link';
import { defineFormulas } from '../choice/formulas';
import { openArrays } from './arrays';
import { openModel } from './model';
import type { Elsewhere, How, Now, OpenedFile } from './types';

/** A link of this page in a text of nothing else. */
const link = /^\S*(#\d+\.[\w-]+(?:\/\S*)?)$/;

/**
 * Opens a file. Never throws; one that can't be opened is refused with a sentence. Arrays are there to be checked.
 * `elsewhere` is where it is opened if that takes a large pass.
 */
export async function openFile(
  file: File,
  now: Now,
  how: How,
  elsewhere?: Elsewhere,
): Promise<Read<OpenedFile>> {
  if (file.size > limits.fileBytes)
    return refused('Expected a file of at most 64 MiB, but this one is larger.');
  // A folder that is dropped comes as a file too, and so does one that is gone by now.
  const buffer = await file.arrayBuffer().catch(() => undefined);
  if (!buffer) return refused("Expected a file, but the browser can't read it.");
  const bytes = new Uint8Array(buffer);
  const hash = linkIn(bytes);
  if (hash) return openLink(hash);
  const read = readContents(bytes, file.name);
  if (!read.ok) return read;
  return 'json' in read.value
    ? withLink(await openModel(read.value.json, how, elsewhere), now.link)
    : openArrays(read.value, file.name, now, how, elsewhere);
}

/** The part behind # of a link that is all there is in a file. */
const linkIn = (bytes: Uint8Array): string | undefined =>
  bytes.length <= 2 * LONGEST_LINK ? link.exec(new TextDecoder().decode(bytes).trim())?.[1] : undefined;

/** Opens a link that was saved as a text. */
async function openLink(hash: string): Promise<Read<OpenedFile>> {
  const { notice, choice, position, remark } = readLink(hash);
  if (notice !== undefined) return refused(notice);
  const flaw = await defineFormulas(choice);
  return flaw
    ? refused(flaw)
    : { ok: true, value: { choice, position, expected: {}, remarks: listOf(remark) } };
}

const listOf = (remark: string | undefined): readonly string[] => (remark === undefined ? [] : [remark]);

/** A file with the activations, rules and step of the link in the address, where that link was made from it. */
async function withLink(file: Read<OpenedFile>, hash: string | undefined): Promise<Read<OpenedFile>> {
  const linked = file.ok && hash ? rejoined(hash, file.value.choice) : undefined;
  if (!file.ok || !linked) return file;
  const flaw = linked.ok ? await defineFormulas(linked.value.choice) : linked.sentence;
  if (!linked.ok || flaw) {
    const remark = `The link was made from another file of that name, so this file is shown as it is. ${flaw}`;
    return { ok: true, value: { ...file.value, remarks: [...file.value.remarks, remark] } };
  }
  const { choice, position, remark } = linked.value;
  // Caches of a file are no part of such a link.
  const { tampered = file.value.choice.tampered } = choice;
  return {
    ok: true,
    value: {
      ...file.value,
      choice: { ...choice, ...(tampered && { tampered }) },
      position,
      remarks: [...file.value.remarks, ...listOf(remark)],
    },
  };
}
