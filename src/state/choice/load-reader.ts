/** Loads the code that checks edits, which registers itself in `reader.ts`. */
export const loadReader = (): Promise<unknown> => import('./edited');
