import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { random } from '../../src/data/random';
import { LONGEST_LINK, packLink, unpackLink } from '../../src/formats/link';
import { part } from '../extent';
import { anyFile } from './files';

/** A link whose packed part is whatever bytes are given. */
const linkOf = (bytes: Uint8Array, version = 1): string =>
  `${version}.${Buffer.from(bytes).toString('base64url')}`;

const damaged = { ok: false, sentence: 'This link is damaged; here is the model that Cacheback opens on.' };
const later = {
  ok: false,
  sentence: 'This link was made by a later version of Cacheback; here is the model it opens on.',
};

describe('a link', () => {
  it('unpacks to what was packed into it, every number exactly', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), anyFile), (value) => {
        expect(unpackLink(packLink(value)!)).toEqual({ ok: true, value });
      }),
      { numRuns: part(300) },
    );
  });

  it('has only characters that an address takes as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(packLink(text)).toMatch(/^2\.[\w-]+$/);
      }),
    );
  });

  it('is at most 16 KB long, and what does not fit is not packed', () => {
    const numbers = Array.from({ length: 2000 }, random(1).uniform);
    const links = [1000, 1200, 1400, 1600, 1800, 2000].map((count) => packLink(numbers.slice(0, count)));
    expect(links[0]).toBeDefined();
    expect(links.at(-1)).toBeUndefined();
    for (const link of links) if (link) expect(link.length).toBeLessThanOrEqual(LONGEST_LINK);
    expect(unpackLink(links[0]!)).toEqual({ ok: true, value: numbers.slice(0, 1000) });
    expect(LONGEST_LINK).toBeLessThanOrEqual(16 * 1024);
  });

  it('is not made of what could not be unpacked again, however well it packs', () => {
    expect(packLink('a'.repeat(2 ** 20 - 2))).toBeDefined();
    expect(packLink('a'.repeat(2 ** 20 - 1))).toBeUndefined();
    expect(packLink('ü'.repeat(2 ** 19))).toBeUndefined();
    expect(packLink(Array(1_000_000).fill(0))).toBeUndefined();
  });
});

describe('a link of version 1, which has no checksum', () => {
  it('still opens', () => {
    expect(unpackLink(linkOf(deflateSync(strToU8('{"layers":[1]}'))))).toEqual({
      ok: true,
      value: { layers: [1] },
    });
  });
});

describe('a link that cannot be read', () => {
  it('is said to be from a later version where it is', () => {
    expect(unpackLink(packLink([1])!.replace('2.', '3.'))).toEqual(later);
    expect(unpackLink('10.whatever-it-is')).toEqual(later);
  });

  it.each([
    '',
    '1',
    '1.',
    '.',
    '0.abc',
    '1.a',
    '1.ab=c',
    'x.abc',
    '-1.abc',
    '1.5.abc',
    '1.abc ',
    '%7B%7D',
    '1.<script>',
  ])('is said to be damaged: %j', (link) => {
    expect(unpackLink(link)).toEqual(damaged);
  });

  it('is refused, or gives the same, wherever a character is another', () => {
    const value = { layers: [{ units: 4, activation: 'relu' }], X: [[1, 2, 3]] };
    const link = packLink(value)!;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    let refused = 0;
    for (let at = 2; at < link.length; at++)
      for (const other of alphabet) {
        if (other === link[at]) continue;
        const read = unpackLink(link.slice(0, at) + other + link.slice(at + 1));
        // The last character may have bits that stand for nothing.
        if (read.ok) expect([at, read.value]).toEqual([link.length - 1, value]);
        else refused += 1;
      }
    expect(refused).toBeGreaterThan(63 * (link.length - 3));
  });

  it('is said to be damaged, or gives what was packed, wherever characters are changed, lost or added', () => {
    const value = { layers: [{ units: 4, activation: 'relu' }], X: [[1, 2, 3]] };
    const link = packLink(value)!;
    fc.assert(
      fc.property(fc.nat(link.length), fc.nat(2), fc.constantFrom(...'azAZ09-_.'), (at, cut, added) => {
        const read = unpackLink(link.slice(0, at) + added + link.slice(at + cut));
        if (read.ok) expect(read.value).toEqual(value);
        else expect([damaged.sentence, later.sentence]).toContain(read.sentence);
      }),
      { numRuns: part(2000) },
    );
  });

  it('is never thrown at, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.uint8Array().map((bytes) => linkOf(bytes)),
        ),
        (link) => {
          expect(unpackLink(link).ok).toBeTypeOf('boolean');
        },
      ),
      { numRuns: part(2000) },
    );
  });

  it('is said to be damaged where it would unpack to more than a megabyte', () => {
    const bomb = linkOf(deflateSync(strToU8(`"${'0'.repeat(8 * 2 ** 20)}"`), { level: 9 }));
    expect(bomb.length).toBeLessThan(LONGEST_LINK);
    expect(unpackLink(bomb)).toEqual(damaged);
  });

  it('is said to be damaged where it is longer than any of ours', () => {
    const link = linkOf(deflateSync(strToU8(JSON.stringify('a'.repeat(20_000))), { level: 0 }));
    expect(link.length).toBeGreaterThan(LONGEST_LINK);
    expect(unpackLink(link)).toEqual(damaged);
  });
});
