import { type Place, placeKey, slotPlaceKey } from '../../core/frame';
import type { CacheName, Slot } from '../../core/trace';

/** Tensors that stand side by side: some on the left, and one that is aligned with its kin in the other lanes. */
export interface Row {
  /** The cache that begins here, in the cache lane. */
  readonly heading?: CacheTitle;
  /** By place key, from left to right. */
  readonly left: readonly string[];
  readonly right?: string;
}

/** A cache's title, with all its slots by place key. */
export interface CacheTitle {
  readonly cache: CacheName;
  readonly slots: readonly string[];
}

/** What stands in each lane of a column, from top to bottom. Column 0 is the input. */
export interface ColumnRows {
  readonly layer: number;
  readonly forward: readonly Row[];
  readonly cache: readonly Row[];
  readonly backward: readonly Row[];
}

const cacheRows = (layer: number, slots: readonly Slot[]): Row[] => {
  const of = (cache: CacheName) => slots.filter((slot) => slot.layer === layer && slot.cache === cache);
  const stacked = (cache: CacheName): Row[] => {
    const keys = of(cache).map(slotPlaceKey);
    return keys.map((right, i) => ({ ...(i === 0 && { heading: { cache, slots: keys } }), left: [], right }));
  };
  const activation = stacked('activation');
  const left = (['A_prev', 'W', 'b'] as const).map((slot) => slotPlaceKey({ layer, cache: 'linear', slot }));
  return [
    { heading: { cache: 'linear', slots: left }, left },
    // A layer that keeps nothing has the room all the same: that it is empty is what there is to see.
    ...(activation.length > 0
      ? activation
      : [{ heading: { cache: 'activation' as const, slots: [] }, left: [] }]),
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
