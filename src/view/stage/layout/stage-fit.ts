import type { Sizes } from '../../../core/model/model';
import type { Place } from '../../../core/pass/frame';
import { readable, stageGeometry } from './fit';
import type { Geometry } from './geometry';
import type { Cell } from './measure';

/** How the stage shows a network: where everything stands, and whether there is more of it than its room shows at once. */
export interface StageFit {
  readonly geometry: Geometry;
  /** Whether a picture of the whole network stands below, to find one's way by. */
  readonly overview: boolean;
}

/** The room of a stage, and how it is looked at. */
export interface StageRoom extends Cell {
  /** Whether a hand's width is all there is: one layer at a time, without an overview. */
  readonly narrow: boolean;
  /** Whether the reader came close, to see numbers. */
  readonly zoomed: boolean;
}

/** The height of the overview. */
export const OVERVIEW = 92;

/** By how much cells must grow to be worth a stage that scrolls. */
const WORTHWHILE = 1.25;

/** How wide a cell of Z[1] is. */
const cellWidth = ({ boxes }: Geometry, { m }: Sizes): number => (boxes.get('forward:Z1')?.width ?? 0) / m;

/**
 * A network in the stage's room: whole, where its numbers fit or coming closer would not help; else the layer of the
 * step as large as the room allows, beside an overview of all.
 */
export function stageFit(
  places: ReadonlyMap<string, Place>,
  sizes: Sizes,
  { width, height, narrow, zoomed }: StageRoom,
): StageFit {
  const laidOut = (kind: 'network' | 'layer', high = height): Geometry =>
    stageGeometry(places, sizes, { width, height: high, fit: kind, numbers: zoomed });
  if (narrow) return { geometry: laidOut('layer'), overview: false };
  const whole = laidOut('network');
  const fits = whole.width <= width && whole.height <= height;
  if (fits && cellWidth(whole, sizes) >= readable.width - 1) return { geometry: whole, overview: false };
  const close = laidOut('layer', height - OVERVIEW);
  const isWorthwhile = !fits || cellWidth(close, sizes) > WORTHWHILE * cellWidth(whole, sizes);
  return isWorthwhile ? { geometry: close, overview: true } : { geometry: whole, overview: false };
}
