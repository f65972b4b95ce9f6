import { named } from '../../../core/model/names';
import { type Place, placeKey } from '../../../core/pass/frames/place';
import type { CacheName } from '../../../core/pass/trace';
import type { CacheTitle, LayerSlots, Row } from '../../stage/layout/row';
import { type ColumnRows, slotsOfLayers, tensorsAt } from '../../stage/layout/rows';

/**
 * The caches of a layer side by side: linear_cache and the loss's on the left, activation_cache on the right; below,
 * all others.
 */
function cacheRows({ linear, activation, loss, ...more }: LayerSlots): Row[] {
  const [first, ...others] = activation;
  const titles: CacheTitle[] = [
    { cache: 'linear', slots: linear },
    ...(loss.length > 0 ? [{ cache: 'loss' as const, slots: loss }] : []),
    ...(first !== undefined ? [{ cache: 'activation' as const, slots: activation }] : []),
  ];
  return [
    { titles, left: [...linear, ...loss], ...(first !== undefined && { right: first }) },
    ...others.map((right): Row => ({ left: [], right })),
    ...(Object.entries(more) as [CacheName, readonly string[]][]).flatMap(([cache, slots]): Row[] =>
      slots.length > 0 ? [{ titles: [{ cache, slots }], left: slots }] : [],
    ),
  ];
}

/** The rows of a condensed picture: what each layer's caches hold, and below it what is computed from it on the way back. */
export function runRows(places: Iterable<Place>, layers: number): ColumnRows[] {
  const all = Array.from(places);
  const has = tensorsAt(all);
  return slotsOfLayers(all, layers).map((slots, i) => {
    const l = i + 1;
    const made = (['dW', 'db', 'dA'] as const)
      .map((kind) => named(kind, l))
      .filter(has)
      .map(placeKey);
    const normal = (['dgamma', 'dbeta', 'dZnorm', 'dAdrop'] as const)
      .map((kind) => named(kind, l))
      .filter(has);
    const dZtilde = named('dZtilde', l);
    return {
      layer: l,
      forward: [],
      cache: cacheRows(slots),
      backward: [
        { left: made, right: placeKey(named('dZ', l)) },
        ...(normal.length > 0
          ? [{ left: normal.map(placeKey), ...(has(dZtilde) && { right: placeKey(dZtilde) }) }]
          : []),
      ],
    };
  });
}
