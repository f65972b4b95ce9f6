import { create } from 'zustand';

/** One cell of a heatmap; rows and columns from 0. */
export interface CellAt {
  /** The heatmap's place, by its key. */
  readonly place: string;
  readonly row: number;
  readonly col: number;
}

interface Look {
  /** The cell that is pointed at, or reached by arrow keys. */
  readonly cell: CellAt | undefined;
  /** Whether cells are large enough for their numbers, though the stage may have to scroll. */
  readonly numbers: boolean;
  /** Whether the list of keys is shown. */
  readonly keysListed: boolean;
  pointAt(cell: CellAt | undefined): void;
  setNumbers(numbers: boolean): void;
  listKeys(keysListed: boolean): void;
}

/** How the reader looks at the stage. Nothing of it changes the model or belongs into a link. */
export const useLook = create<Look>()((set) => ({
  cell: undefined,
  numbers: false,
  keysListed: false,
  pointAt: (cell) => set({ cell }),
  setNumbers: (numbers) => set({ numbers }),
  listKeys: (keysListed) => set({ keysListed }),
}));
