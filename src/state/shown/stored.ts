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
 * What stays on the device, by the browser's storage. Where that takes nothing, as a full one does not, it is remembered
 * for as long as the page lives, and nothing that is done on the page fails by it.
 */
export const onDevice = <S>(): PersistStorage<S> =>
  createJSONStorage<S>(() => ({
    getItem: (name) => attempt((storage) => storage.getItem(name)),
    setItem: (name, text) => attempt((storage) => storage.setItem(name, text)),
    removeItem: (name) => attempt((storage) => storage.removeItem(name)),
  }))!;
