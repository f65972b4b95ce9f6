import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/core/model/names';
import { sources } from './sources';

/** Where names of tensors are put together, and the rooms whose texts are Python, which has names of its own. */
const allowed = /^src\/(core\/model\/names\.ts|explain\/code\/|formats\/exports\/)/;

const built = new RegExp(`\`(${kinds.join('|')})\\$\\{[^\`{}]*\\}\``);

const elsewhere = sources.filter((file) => !allowed.test(file));

describe('a name of a tensor', () => {
  it('is put together in one place, and nowhere else in the sources', () => {
    const found = elsewhere.filter((file) => built.test(readFileSync(file, 'utf8')));
    expect(found).toEqual([]);
    expect(elsewhere.length).toBeGreaterThan(500);
  });

  it('is found where it is built', () => {
    expect(built.test(['buffers.get(`dZ$', '{l}`)'].join(''))).toBe(true);
    expect(built.test(['`Z[$', '{l}] is kept`'].join(''))).toBe(false);
  });
});
