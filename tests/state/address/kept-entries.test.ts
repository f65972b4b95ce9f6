import { beforeEach, describe, expect, it, vi } from 'vitest';
import { choiceIn, entryOf, expectedIn, laterChoiceIn } from '../../../src/state/address/history-entry';
import { opened } from '../opened';

const { stored, browser } = vi.hoisted(() => ({
  stored: new Map<string, unknown>(),
  browser: { keeps: true },
}));

vi.mock('idb-keyval', () => ({
  set: async (key: string, value: unknown) => {
    if (!browser.keeps) throw new Error('nothing is kept here');
    stored.set(key, structuredClone(value));
  },
  get: async (key: string) => stored.get(key),
  keys: async () => [...stored.keys()],
  delMany: async (keys: string[]) => {
    for (const key of keys) stored.delete(key);
  },
}));

/** Until what was begun has been done. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

const isCopied = (entry: object): boolean => 'choice' in entry;

describe('the entry for data that is a burden to copy', () => {
  beforeEach(() => {
    browser.keeps = true;
  });

  it('carries the data until that is kept elsewhere, and its key from then on', async () => {
    const choice = opened(1_001);
    expect(isCopied(entryOf(choice))).toBe(true);
    await settled();
    const entry = structuredClone(entryOf(choice, { tensors: { cost: 1 }, sources: [] }));
    expect(isCopied(entry)).toBe(false);
    expect(choiceIn(entry)).toBe(choice);
    expect(expectedIn(entry)).toEqual({ tensors: { cost: 1 }, sources: [] });
    expect(await laterChoiceIn(entry)).toEqual(choice);
  });

  it('carries it for good where the browser keeps nothing', async () => {
    browser.keeps = false;
    const choice = opened(1_002);
    entryOf(choice);
    await settled();
    const entry = structuredClone(entryOf(choice));
    expect(isCopied(entry)).toBe(true);
    expect(choiceIn(entry)).toEqual(choice);
  });

  it('carries what a file expects in any case, for which there is no other place', async () => {
    const choice = opened(1_003);
    entryOf(choice);
    await settled();
    const much = { tensors: { Z1: [Array(30_000).fill(1)] }, sources: [] };
    const entry = entryOf(choice, much);
    expect(isCopied(entry)).toBe(true);
    expect(expectedIn(entry)).toEqual(much);
  });
});
