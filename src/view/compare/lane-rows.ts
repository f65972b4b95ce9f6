import { type Place, placeKey } from '../../core/frame';
import { type ColumnRows, type LayerSlots, type Row, slotsOfLayers } from '../stage/rows';

/** The caches of a layer side by side: linear_cache on the left, activation_cache on the right. */
function cacheRows({ linear, activation, loss }: LayerSlots): Row[] {
  const [first, ...others] = activation;
  const alone = (right: string): Row => ({ left: [], right });
  return [
    {
      heading: { cache: 'linear', slots: linear },
      rightHeading: { cache: 'activation', slots: activation },
      left: linear,
      ...(first !== undefined && { right: first }),
    },
    ...others.map(alone),
    ...loss.map((right) => ({ ...alone(right), rightHeading: { cache: 'loss' as const, slots: loss } })),
  ];
}

/** The rows of a condensed picture: what each layer's caches hold, and below it what is made of it on the way back. */
export function laneRows(places: Iterable<Place>, layers: number): ColumnRows[] {
  return slotsOfLayers(places, layers).map((slots, i) => {
    const l = i + 1;
    const made = [`dW${l}`, `db${l}`, `dA${l}`].map(placeKey);
    return {
      layer: l,
      forward: [],
      cache: cacheRows(slots),
      backward: [{ left: made, right: placeKey(`dZ${l}`) }],
    };
  });
}
