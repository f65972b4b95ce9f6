import { createJSONStorage, type PersistStorage } from 'zustand/middleware';

/** Does something with the browser's storage; nothing where that is full, forbidden or not there. */
function attempt<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}

/**
 * The browser's storage, for what stays on the device. Where it takes nothing, as when it is full, the page remembers for as
 * long as it lives, and nothing that is done on it fails.
 */
export const onDevice = <S>(): PersistStorage<S> =>
  createJSONStorage<S>(() => ({
    getItem: (name) => attempt((storage) => storage.getItem(name)),
    setItem: (name, text) => attempt((storage) => storage.setItem(name, text)),
    removeItem: (name) => attempt((storage) => storage.removeItem(name)),
  }))!;

/** What is stored under a key, if it is one of these; undefined for whatever else a hand or another version has put there. */
export function storedOneOf<T extends string>(
  stored: unknown,
  key: string,
  values: readonly T[],
): T | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const found: unknown = Object.entries(stored).find(([name]) => name === key)?.[1];
  return values.find((value) => value === found);
}
