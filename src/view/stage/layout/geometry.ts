import type { Lane } from '../../../core/pass/frames/place';
import type { Cell } from './measure';
import type { CacheTitle } from './row';

/** A rectangle in a picture, in CSS pixels from its top left corner. */
export interface Box extends Cell {
  readonly x: number;
  readonly y: number;
}

/** Where a lane's title stands. */
export interface LaneBox extends Box {
  readonly lane: Lane;
}

/** A layer's card in a lane. */
export interface CardBox extends LaneBox {
  readonly layer: number;
}

/** The column of a layer, in which its cards stand. */
export interface ColumnBox {
  readonly layer: number;
  readonly x: number;
  readonly width: number;
}

/** The title of a cache: a line over its slots, or what stands beside them. */
export interface Heading extends Box, CacheTitle {
  readonly aside: boolean;
}

/** Where everything in a picture stands. */
export interface Geometry extends Cell {
  readonly lanes: readonly LaneBox[];
  readonly cards: readonly CardBox[];
  /** From left to right. */
  readonly columns: readonly ColumnBox[];
  /** The title of each cache, over its slots or beside them. */
  readonly headings: readonly Heading[];
  /** The heatmaps, by the keys of their places. */
  readonly boxes: ReadonlyMap<string, Box>;
}
