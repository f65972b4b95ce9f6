import { create } from 'zustand';
import type { Sharing } from './scales';

/** One cell of a heatmap; rows and columns from 0. */
export interface CellAt {
  /** The heatmap's place, by its key. */
  readonly place: string;
  readonly row: number;
  readonly col: number;
}

const isSameCell = (a: CellAt, b: CellAt | undefined): boolean =>
  a.place === b?.place && a.row === b.row && a.col === b.col;

interface Look {
  /** The cell that is pointed at, or reached by arrow keys. */
  readonly cell: CellAt | undefined;
  /** The cell that is explained, until it is let go. */
  readonly pinned: CellAt | undefined;
  /** Whether what the pinned cell comes from is lit, or what depends on it. */
  readonly lit: 'sources' | 'dependents';
  /** Whether cells are large enough for their numbers, though the stage may have to scroll. */
  readonly numbers: boolean;
  /** Whether each layer has colour scales of its own. */
  readonly sharing: Sharing;
  /** Whether the list of keys is shown. */
  readonly keysListed: boolean;
  pointAt(cell: CellAt | undefined): void;
  /** Pins a cell; the one that is pinned already is let go. */
  pin(cell: CellAt | undefined): void;
  light(lit: Look['lit']): void;
  setNumbers(numbers: boolean): void;
  share(sharing: Sharing): void;
  listKeys(keysListed: boolean): void;
}

/** How the reader looks at the stage. Nothing of it changes the model or belongs into a link. */
export const useLook = create<Look>()((set, get) => ({
  cell: undefined,
  pinned: undefined,
  lit: 'sources',
  numbers: false,
  sharing: 'layer',
  keysListed: false,
  pointAt: (cell) => set({ cell }),
  pin: (cell) => set({ pinned: cell && isSameCell(cell, get().pinned) ? undefined : cell }),
  light: (lit) => set({ lit }),
  setNumbers: (numbers) => set({ numbers }),
  share: (sharing) => set({ sharing }),
  listKeys: (keysListed) => set({ keysListed }),
}));
