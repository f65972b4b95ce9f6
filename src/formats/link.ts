import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { checksum } from './checksum';
import { exactJson } from './exact-json';
import { type Read, refused } from './read';

/** The version of links that this page writes, in front of what is packed, so that a later one is told apart. */
const VERSION = 2;

/** How many bytes behind what is packed say whether it is whole. Links of version 1 have none. */
const CHECKED = 4;

/** The longest link: the 16 KB that browsers, chats and mail programs carry, less room for the address and the step. */
export const LONGEST_LINK = 16 * 1024 - 256;

/** The most bytes of JSON that a link may unpack to, so that a hostile one cannot fill the memory. */
const LONGEST_JSON = 2 ** 20;

/** What JSON has, packed for the part of an address behind #; undefined where it is too long for a link. */
export function packLink(value: unknown): string | undefined {
  let json = '';
  for (const piece of exactJson(value)) {
    json += piece;
    if (json.length > LONGEST_JSON) return undefined;
  }
  const bytes = strToU8(json);
  if (bytes.length > LONGEST_JSON) return undefined;
  const deflated = deflateSync(bytes, { level: 9 });
  const packed = [...deflated, ...checksum(deflated)].map((byte) => String.fromCharCode(byte)).join('');
  const link = `${VERSION}.${btoa(packed).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
  return link.length <= LONGEST_LINK ? link : undefined;
}

/** Unpacks what `packLink` packed. Never throws: what it can't read is answered with a sentence. */
export function unpackLink(link: string): Read<unknown> {
  const [, version, packed] = /^(\d+)\.([\w-]+)$/.exec(link) ?? [];
  if (Number(version) > VERSION)
    return refused('This link was made by a later version of Cacheback; here is the model it opens on.');
  try {
    if (!packed || !['1', '2'].includes(version!) || link.length > LONGEST_LINK)
      throw new Error('none of our links');
    const bytes = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const unpacked = Uint8Array.from(bytes, (character) => character.charCodeAt(0));
    const deflated = version === '1' ? unpacked : checked(unpacked);
    const json = inflateSync(deflated, { out: new Uint8Array(LONGEST_JSON) });
    return { ok: true, value: JSON.parse(strFromU8(json)) };
  } catch {
    return refused('This link is damaged; here is the model that Cacheback opens on.');
  }
}

/** What stands before its checksum. Throws where that is another's. */
function checked(bytes: Uint8Array): Uint8Array {
  const deflated = bytes.subarray(0, -CHECKED);
  const sum = bytes.subarray(-CHECKED);
  if (!checksum(deflated).every((byte, i) => byte === sum[i])) throw new Error('not what was packed');
  return deflated;
}
