/** Has what checks edits come; it tells of itself in `reader.ts`. */
export const loadReader = (): Promise<unknown> => import('./edited');
