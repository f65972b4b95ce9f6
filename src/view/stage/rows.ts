import { type Place, placeKey, slotPlaceKey } from '../../core/frame';
import type { CacheName, Slot } from '../../core/trace';

/** Tensors that stand side by side: some on the left, and one that is aligned with its kin in the other lanes. */
export interface Row {
  /** Which cache begins here, in the cache lane. */
  readonly heading?: CacheName;
  /** By place key, from left to right. */
  readonly left: readonly string[];
  readonly right?: string;
}

/** What stands in each lane of a column, from top to bottom. Column 0 is the input. */
export interface ColumnRows {
  readonly layer: number;
  readonly forward: readonly Row[];
  readonly cache: readonly Row[];
  readonly backward: readonly Row[];
}

const linear = (layer: number, slot: 'A_prev' | 'W' | 'b') => slotPlaceKey({ layer, cache: 'linear', slot });

const cacheRows = (layer: number, slots: readonly Slot[]): Row[] => {
  const of = (cache: CacheName) => slots.filter((slot) => slot.layer === layer && slot.cache === cache);
  const stacked = (cache: CacheName): Row[] =>
    of(cache).map((slot, i) => ({
      ...(i === 0 && { heading: cache }),
      left: [],
      right: slotPlaceKey(slot),
    }));
  const activation = stacked('activation');
  return [
    { heading: 'linear', left: [linear(layer, 'A_prev'), linear(layer, 'W'), linear(layer, 'b')] },
    // A layer that keeps nothing has the room all the same: that it is empty is what there is to see.
    ...(activation.length > 0 ? activation : [{ heading: 'activation' as const, left: [] }]),
    ...stacked('loss'),
  ];
};

/** The rows of the input and of every layer; `places` are those of a trace's first frame. */
export function rowsOf(places: Iterable<Place>, layers: number): ColumnRows[] {
  const slots = Array.from(places).flatMap(({ slot }) => (slot ? [slot] : []));
  const input: ColumnRows = { layer: 0, forward: [{ left: [placeKey('A0')] }], cache: [], backward: [] };
  const columns = Array.from({ length: layers }, (_, i): ColumnRows => {
    const l = i + 1;
    const loss: Row[] = l === layers ? [{ left: [placeKey('cost')], right: placeKey('Y') }] : [];
    return {
      layer: l,
      forward: [
        { left: [placeKey(`W${l}`), placeKey(`b${l}`)], right: placeKey(`Z${l}`) },
        { left: [], right: placeKey(`A${l}`) },
        ...loss,
      ],
      cache: cacheRows(l, slots),
      backward: [
        { left: [placeKey(`dW${l}`), placeKey(`db${l}`)], right: placeKey(`dZ${l}`) },
        { left: [], right: placeKey(`dA${l}`) },
      ],
    };
  });
  return [input, ...columns];
}
