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
