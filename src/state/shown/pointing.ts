import { createStore } from 'zustand/vanilla';
import type { BufferName } from '../../core/model/names';

/** One cell of a heatmap; rows and columns from 0. */
export interface CellAt {
  /** The heatmap's place, by its key. */
  readonly place: string;
  readonly row: number;
  readonly col: number;
}

const isSameCell = (a: CellAt, b: CellAt | undefined): boolean =>
  a.place === b?.place && a.row === b.row && a.col === b.col;

/** What the reader points at, and which cell is pinned. */
export interface Pointing {
  /** The cell that is pointed at, or reached by arrow keys. */
  readonly cell: CellAt | undefined;
  /** The tensor whose name, or whose picture, is pointed at: all its names and pictures are lit. */
  readonly tensor: BufferName | undefined;
  /** The cell that is explained, until it is let go. */
  readonly pinned: CellAt | undefined;
  /** Whether what the pinned cell comes from is lit, or what depends on it. */
  readonly lit: 'sources' | 'dependents';
  /** Whether the reader's hand drags along the steps. */
  readonly scrubbing: boolean;
  pointAt(cell: CellAt | undefined): void;
  pointAtTensor(tensor: BufferName | undefined): void;
  /** Pins a cell; the one that is pinned already is let go. */
  pin(cell: CellAt | undefined): void;
  light(lit: Pointing['lit']): void;
  scrub(scrubbing: boolean): void;
}

/** Nothing is pointed at. None of this changes the model or belongs in a link, and it changes with every move of a hand. */
export const createPointing = () =>
  createStore<Pointing>()((set, get) => ({
    cell: undefined,
    tensor: undefined,
    pinned: undefined,
    lit: 'sources',
    scrubbing: false,
    pointAt: (cell) => set({ cell }),
    pointAtTensor: (tensor) => set({ tensor }),
    pin: (cell) => set({ pinned: cell && isSameCell(cell, get().pinned) ? undefined : cell }),
    light: (lit) => set({ lit }),
    scrub: (scrubbing) => set({ scrubbing }),
  }));
