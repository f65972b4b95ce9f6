import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { Read } from './model-file';

/** The version of links that this page writes, in front of what is packed, so that a later one is told apart. */
const VERSION = 1;

/** The longest link that browsers, chats and mail programs carry safely. */
export const LONGEST_LINK = 16 * 1024;

/** The most characters of JSON that a link may unpack to, so that a hostile one cannot fill the memory. */
const LONGEST_JSON = 4 * 2 ** 20;

/** Anything that JSON holds, packed for the part of an address behind #. */
export function packLink(value: unknown): string {
  const bytes = deflateSync(strToU8(JSON.stringify(value)), { level: 9 });
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `${VERSION}.${base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** Unpacks what `packLink` packed. Never throws: what it can't read is answered with a sentence. */
export function unpackLink(link: string): Read<unknown> {
  const [, version, packed] = /^(\d+)\.([\w-]+)$/.exec(link) ?? [];
  if (version !== undefined && Number(version) > VERSION)
    return {
      ok: false,
      sentence: 'This link was made by a later version of Cacheback; here is the model it opens on.',
    };
  try {
    if (packed === undefined || link.length > LONGEST_LINK) throw new Error('not one of our links');
    const base64 = packed.replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const json = inflateSync(bytes, { out: new Uint8Array(LONGEST_JSON) });
    return { ok: true, value: JSON.parse(strFromU8(json)) };
  } catch {
    return { ok: false, sentence: 'This link is damaged; here is the model that Cacheback opens on.' };
  }
}
