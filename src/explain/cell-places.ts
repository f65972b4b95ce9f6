import { isKeptOnly, parseName } from '../core/model/names';
import { type CellOf, type Cells, dependentsOf, sourcesOf, writerOf } from '../core/pass/dependence';
import { placeKey, slotPlaceKey } from '../core/pass/frames/place';
import type { CacheEvent, Step, Trace } from '../core/pass/trace';

/** Cells at one place of the stage, by its key. */
export interface Lit extends Cells {
  readonly place: string;
}

/** The place where a step reads a tensor: the slot, where it is read through one. */
const readAt = ({ cache }: Step, tensor: string): string => {
  const read = cache.find(({ kind, buffer }) => kind === 'read' && buffer === tensor);
  return read ? slotPlaceKey(read) : placeKey(tensor);
};

/** The place where a step writes a tensor: the slot, for what is only there to be kept. */
const writtenAt = ({ cache }: Step, tensor: string): string => {
  const { kind } = parseName(tensor);
  const saved = (event: CacheEvent) => event.kind === 'save' && event.buffer === tensor;
  const slot = isKeptOnly(kind) ? cache.find(saved) : undefined;
  return slot ? slotPlaceKey(slot) : placeKey(tensor);
};

/** Where the cells stand from which a cell was computed, as of step `index`; none for what is given. */
export function sourcePlaces(cell: CellOf, trace: Trace, index: number): readonly Lit[] {
  const step = writerOf(cell.tensor, trace, index);
  if (!step) return [];
  return sourcesOf(step, trace, cell).map((cells) => ({ ...cells, place: readAt(step, cells.tensor) }));
}

/** Each place once, though several steps may write there. */
const once = (places: readonly Lit[]): Lit[] => [
  ...new Map(places.map((lit) => [`${lit.place} ${lit.row} ${lit.col}`, lit])).values(),
];

/** Where the cells stand that steps compute directly from a cell, until its tensor is written anew. */
export function dependentPlaces(cell: CellOf, trace: Trace, index: number): readonly Lit[] {
  const from = writerOf(cell.tensor, trace, index)?.index ?? 0;
  const later = trace.steps.slice(from);
  const anew = later.findIndex((step) => step.writes.some(({ name }) => name === cell.tensor));
  return once(
    later
      .slice(0, anew < 0 ? later.length : anew)
      .flatMap((step) =>
        dependentsOf(step, trace, cell).map((cells) => ({ ...cells, place: writtenAt(step, cells.tensor) })),
      ),
  );
}
