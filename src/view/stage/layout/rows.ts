import type { BufferName } from '../../../core/model/names';
import { type Place, placeKey, slotPlaceKey } from '../../../core/pass/frame';
import type { CacheName } from '../../../core/pass/trace';

/** Tensors that stand side by side: some on the left, and one that is aligned with its kin in the other lanes. */
export interface Row {
  /** The caches that begin here, in the cache lane, from left to right. */
  readonly titles?: readonly CacheTitle[];
  /** By place key, from left to right. */
  readonly left: readonly string[];
  readonly right?: string;
}

/** A cache's title, with all its slots by place key: it stands over the first of them. */
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

/** The slots of a layer's caches that a pass uses, by place key. */
export type LayerSlots = Readonly<Record<CacheName, readonly string[]>>;

/** The slots of each layer, from those that the places of a trace's first frame have. */
export function slotsOfLayers(places: Iterable<Place>, layers: number): LayerSlots[] {
  const slots = Array.from(places).flatMap(({ slot }) => (slot ? [slot] : []));
  return Array.from({ length: layers }, (_, i) => {
    const of = (cache: CacheName) =>
      slots.filter((slot) => slot.layer === i + 1 && slot.cache === cache).map(slotPlaceKey);
    return {
      linear: of('linear'),
      batch_norm: of('batch_norm'),
      activation: of('activation'),
      dropout: of('dropout'),
      loss: of('loss'),
    };
  });
}

const cacheRows = (slots: LayerSlots): Row[] => {
  const stacked = (cache: CacheName): Row[] => {
    const keys = slots[cache];
    return keys.map((right, i) => ({
      ...(i === 0 && { titles: [{ cache, slots: keys }] }),
      left: [],
      right,
    }));
  };
  const activation = stacked('activation');
  return [
    { titles: [{ cache: 'linear', slots: slots.linear }], left: slots.linear },
    // A layer that keeps nothing has the room all the same: that it is empty is what there is to see.
    ...(activation.length > 0
      ? activation
      : [{ titles: [{ cache: 'activation' as const, slots: [] }], left: [] }]),
    ...stacked('loss'),
  ];
};

/** Whether a tensor stands anywhere among some places. */
export function tensorsAt(places: Iterable<Place>): (tensor: BufferName) => boolean {
  const tensors = new Set(Array.from(places, ({ tensor }) => tensor));
  return (tensor) => tensors.has(tensor);
}

/** The rows of the input and of every layer; `places` are those of a trace's first frame. */
export function rowsOf(places: Iterable<Place>, layers: number): ColumnRows[] {
  const all = Array.from(places);
  const slots = slotsOfLayers(all, layers);
  const has = tensorsAt(all);
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
      cache: cacheRows(slots[i]!),
      backward: [
        { left: [placeKey(`dW${l}`), placeKey(`db${l}`)], right: placeKey(`dZ${l}`) },
        // An output that is worked out at once has none.
        ...(has(`dA${l}`) ? [{ left: [], right: placeKey(`dA${l}`) }] : []),
      ],
    };
  });
  return [input, ...columns];
}
