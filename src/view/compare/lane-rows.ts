import { type Place, placeKey } from '../../core/pass/frame';
import {
  type CacheTitle,
  type ColumnRows,
  type LayerSlots,
  type Row,
  slotsOfLayers,
  tensorsAt,
} from '../stage/layout/rows';

/** The caches of a layer side by side: linear_cache and the loss's on the left, activation_cache on the right. */
function cacheRows({ linear, activation, loss }: LayerSlots): Row[] {
  const [first, ...others] = activation;
  const titles: CacheTitle[] = [
    { cache: 'linear', slots: linear },
    ...(loss.length > 0 ? [{ cache: 'loss' as const, slots: loss }] : []),
    ...(first !== undefined ? [{ cache: 'activation' as const, slots: activation }] : []),
  ];
  return [
    { titles, left: [...linear, ...loss], ...(first !== undefined && { right: first }) },
    ...others.map((right): Row => ({ left: [], right })),
  ];
}

/** The rows of a condensed picture: what each layer's caches hold, and below it what is made of it on the way back. */
export function laneRows(places: Iterable<Place>, layers: number): ColumnRows[] {
  const all = Array.from(places);
  const has = tensorsAt(all);
  return slotsOfLayers(all, layers).map((slots, i) => {
    const l = i + 1;
    const made = [`dW${l}`, `db${l}`, `dA${l}`].filter(has).map(placeKey);
    return {
      layer: l,
      forward: [],
      cache: cacheRows(slots),
      backward: [{ left: made, right: placeKey(`dZ${l}`) }],
    };
  });
}
