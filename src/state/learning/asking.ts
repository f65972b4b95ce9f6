import { createStore } from 'zustand/vanilla';
import type { Note } from '../../lessons/questions';

/** How an answer about one slot turned out. */
export type Mark = Note['mark'];

/** What the stage must not give away while something is asked: what is read and never read, or what the caches hold at all. */
export type Cover = 'reads' | 'caches';

/** The stage as an answer sheet: which slots can be chosen, which are, and how that turned out. */
export interface Asking {
  /** The slots that can be chosen, by `slotKey`; none where something other than slots is asked. */
  readonly offered: ReadonlySet<string>;
  readonly chosen: ReadonlySet<string>;
  /** The place of the stage that was pressed last and cannot be chosen, by its key. */
  readonly refused: string | undefined;
  /** What is covered; undefined while nothing is asked. */
  readonly cover: Cover | undefined;
  /** The layer that it is about, which is kept in view. */
  readonly layer: number | undefined;
  /** How the last answer turned out, slot by slot. */
  readonly marks: ReadonlyMap<string, Mark>;
  ask(cover: Cover, layer?: number, offered?: Iterable<string>): void;
  /** Chooses a slot, or leaves it; one that is not offered stays as it is. */
  toggle(slot: string): void;
  /** Notes that a place was pressed that cannot be chosen. */
  refuse(place: string): void;
  /** Shows how the answer turned out, and asks no more. */
  show(marks: ReadonlyMap<string, Mark>): void;
  /** Neither asks nor shows anything. */
  end(): void;
}

const nothing = {
  cover: undefined,
  layer: undefined,
  offered: new Set<string>(),
  chosen: new Set<string>(),
  refused: undefined,
  marks: new Map<string, Mark>(),
};

/** A stage on which nothing is asked. None of this changes the model or belongs in a link. */
export const createAsking = () =>
  createStore<Asking>()((set, get) => ({
    ...nothing,
    ask: (cover, layer, offered = []) => set({ ...nothing, cover, layer, offered: new Set(offered) }),
    toggle(slot) {
      const { offered, chosen } = get();
      if (!offered.has(slot)) return;
      const next = new Set(chosen);
      if (!next.delete(slot)) next.add(slot);
      set({ chosen: next, refused: undefined });
    },
    refuse: (refused) => set({ refused }),
    show: (marks) => set({ ...nothing, marks }),
    end: () => set({ ...nothing }),
  }));
