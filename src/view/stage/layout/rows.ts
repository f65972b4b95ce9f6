import { type BufferName, isColumn, type Kind, named } from '../../../core/model/names';
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

/** What stands in each lane of a layer's column, from top to bottom; the input stands in that of layer 1. */
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

const cacheRows = (slots: LayerSlots, stacking: Stacking): Row[] => {
  const stacked = (cache: CacheName): Row[] => {
    const keys = slots[cache];
    return keys.map((right, i) => ({
      ...(i === 0 && { titles: [{ cache, slots: keys }] }),
      left: [],
      right,
    }));
  };
  /** Narrow columns on the left, and what is as wide as Z each in a row of its own. */
  const beside = (cache: CacheName): Row[] => {
    const keys = slots[cache];
    const isNarrow = (key: string) => isColumn(key.slice(key.lastIndexOf('.') + 1));
    const [first, ...others] = keys.filter((key) => !isNarrow(key));
    const row = { titles: [{ cache, slots: keys }], left: keys.filter(isNarrow) };
    if (keys.length === 0) return [];
    return [
      first === undefined ? row : { ...row, right: first },
      ...others.map((right) => ({ left: [], right })),
    ];
  };
  const [first, ...others] = stacked('activation');
  const activation = first && [first, ...others];
  const dropout = stacked('dropout');
  // What stays of dropout stands on the left of what the activation keeps.
  const isPaired = stacking === 'paired' && first?.right !== undefined && dropout.length > 0;
  const paired = isPaired && {
    titles: [...(dropout[0]!.titles ?? []), ...(first.titles ?? [])],
    left: slots.dropout,
    right: first.right,
  };
  return [
    { titles: [{ cache: 'linear', slots: slots.linear }], left: slots.linear },
    ...beside('batch_norm'),
    // A layer that keeps nothing has the room all the same: that it is empty is what there is to see.
    ...(paired
      ? [paired, ...others]
      : [
          ...(activation ?? [{ titles: [{ cache: 'activation' as const, slots: [] }], left: [] }]),
          ...dropout,
        ]),
    ...stacked('loss'),
  ];
};

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

/**
 * How what is as wide as Z stands: one below the other, so that each example is one column from X on down; or in pairs,
 * where height is scarcer than width.
 */
export type Stacking = 'single' | 'paired';

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
    return {
      layer: l,
      forward: [
        ...(isPaired ? [] : input.flatMap((x) => rowIf(has, [], x))),
        ...row(['W', 'b'], 'Z'),
        ...pair('Znorm', ['gamma', 'beta'], 'Ztilde'),
        ...rowIf(has, isPaired ? input : [], named('A', l)),
        ...pair('D', [], 'Adrop'),
        ...(l === layers ? [{ left: [placeKey('cost')], right: placeKey('Y') }] : []),
      ],
      cache: cacheRows(slots[i]!, stacking),
      // An output that is worked out at once has no dA.
      backward: [
        ...(isPaired && has(named('dZnorm', l))
          ? [
              ...row(['dW', 'db', 'dZnorm'], 'dZ'),
              ...row(['dgamma', 'dbeta', ...(has(named('dAdrop', l)) ? (['dA'] as const) : [])], 'dZtilde'),
              ...(has(named('dAdrop', l)) ? row([], 'dAdrop') : row([], 'dA')),
            ]
          : [
              ...row(['dW', 'db'], 'dZ'),
              ...row([], 'dZnorm'),
              ...row(['dgamma', 'dbeta'], 'dZtilde'),
              ...row([], 'dA'),
              ...row([], 'dAdrop'),
            ]),
      ],
    };
  });
}
