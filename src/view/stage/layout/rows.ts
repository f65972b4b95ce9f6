import { type BufferName, type Kind, named } from '../../../core/model/names';
import { type Place, placeKey, slotPlaceKey } from '../../../core/pass/frames/place';
import { type CacheName, cacheNames, type Slot } from '../../../core/pass/trace';
import { cacheRows } from './cache-rows';
import type { LayerSlots, Row, Stacking } from './row';

/** What stands in each lane of a layer's column, from top to bottom; the input stands in that of layer 1. */
export interface ColumnRows {
  readonly layer: number;
  readonly forward: readonly Row[];
  readonly cache: readonly Row[];
  readonly backward: readonly Row[];
}

/** The slots of each layer, from those that the places of a trace's first frame have. */
export function slotsOfLayers(places: Iterable<Place>, layers: number): LayerSlots[] {
  const byLayer = new Map<number, Slot[]>();
  for (const { slot } of places)
    if (slot) byLayer.set(slot.layer, [...(byLayer.get(slot.layer) ?? []), slot]);
  return Array.from({ length: layers }, (_, i) => {
    const slots = byLayer.get(i + 1) ?? [];
    const of = (cache: CacheName) => slots.filter((slot) => slot.cache === cache).map(slotPlaceKey);
    return Object.fromEntries(cacheNames.map((cache) => [cache, of(cache)])) as unknown as LayerSlots;
  });
}

/** Whether a tensor stands anywhere among some places. */
export function tensorsAt(places: Iterable<Place>): (tensor: BufferName) => boolean {
  const tensors = new Set(Array.from(places, ({ tensor }) => tensor));
  return (tensor) => tensors.has(tensor);
}

/** A row of those of some tensors that there are; none where there is nothing. */
function rowIf(has: (tensor: BufferName) => boolean, left: readonly BufferName[], right: BufferName): Row[] {
  if (!has(right)) return [];
  return [{ left: left.filter(has).map(placeKey), right: placeKey(right) }];
}

/** The rows of every layer; `places` are those of a trace's first frame. */
export function rowsOf(places: Iterable<Place>, layers: number, stacking: Stacking = 'single'): ColumnRows[] {
  const all = Array.from(places);
  const slots = slotsOfLayers(all, layers);
  const has = tensorsAt(all);
  return Array.from({ length: layers }, (_, i): ColumnRows => {
    const l = i + 1;
    const row = (left: readonly Kind[], right: Kind) =>
      rowIf(
        has,
        left.map((kind) => named(kind, l)),
        named(right, l),
      );
    const isPaired = stacking === 'paired';
    /** Two that belong together: side by side, behind what is narrow, or one over the other. */
    const pair = (first: Kind, narrow: readonly Kind[], second: Kind) =>
      isPaired && has(named(second, l))
        ? row([...narrow, first], second)
        : [...row([], first), ...row(narrow, second)];
    const input = l === 1 ? [named('A', 0)] : [];
    const normalises = has(named('Ztilde', l));
    const drops = has(named('dAdrop', l));
    // What dropout makes of A takes the width of its row: there X stands with the W that it is multiplied by.
    const isBeside = isPaired && normalises && drops;
    return {
      layer: l,
      forward: [
        ...(isPaired ? [] : input.flatMap((x) => rowIf(has, [], x))),
        ...rowIf(has, [named('W', l), named('b', l), ...(isBeside ? input : [])], named('Z', l)),
        ...pair('Znorm', ['gamma', 'beta'], 'Ztilde'),
        ...(isBeside
          ? row(['A', 'D'], 'Adrop')
          : [...rowIf(has, isPaired ? input : [], named('A', l)), ...pair('D', [], 'Adrop')]),
        ...(l === layers ? [{ left: [placeKey('cost')], right: placeKey('Y') }] : []),
      ],
      cache: cacheRows(slots[i]!, stacking),
      // An output that is worked out at once has no dA.
      backward: isPaired
        ? [
            ...row(['dW', 'db', 'dZnorm'], 'dZ'),
            ...row(['dgamma', 'dbeta', ...(drops ? (['dA'] as const) : [])], 'dZtilde'),
            // Of dropout there is another one, which stands alone where the row above has room for dA.
            ...(drops ? row(normalises ? [] : ['dA'], 'dAdrop') : row([], 'dA')),
          ]
        : [
            ...row(['dW', 'db'], 'dZ'),
            ...row([], 'dZnorm'),
            ...row(['dgamma', 'dbeta'], 'dZtilde'),
            ...row([], 'dA'),
            ...row([], 'dAdrop'),
          ],
    };
  });
}
