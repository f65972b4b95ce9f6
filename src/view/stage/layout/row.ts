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

/** The slots of a layer's caches that a pass uses, by place key. */
export type LayerSlots = Readonly<Record<CacheName, readonly string[]>>;

/**
 * How what is as wide as Z stands: one below the other, so that each example is one column from X on down; or in pairs,
 * where height is scarcer than width.
 */
export type Stacking = 'single' | 'paired';
