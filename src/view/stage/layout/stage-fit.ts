import type { Sizes } from '../../../core/model/model';
import type { Place } from '../../../core/pass/frames/place';
import type { Focus } from '../../../lessons/focus';
import { type Fit, stageGeometry } from './fit';
import type { focusedGeometry } from './focused';
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
  /** What the reader came close to, to see numbers; nothing, where the whole network is shown. */
  readonly focus: Focus | 'step' | undefined;
}

/** The height of the overview. */
export const OVERVIEW = 76;

/**
 * The smallest cells in which colours can be told apart at a glance; where a whole network has smaller ones, the stage comes
 * closer. From here to cells that hold numbers (several layers with batch norm, seven units at 1280) the whole is worth more than
 * they are: what is kept in one layer is read from another, and one key comes close to the numbers.
 */
const legible: Cell = { width: 12, height: 8 };

/** What a cell of Z[1] takes. */
function cellOf({ boxes }: Geometry, { units, m }: Sizes): Cell {
  const { width, height } = boxes.get('forward:Z1')!;
  return { width: width / m, height: height / units[1]! };
}

/**
 * A network in the stage's room: whole, where its cells are legible; else the layer of the step with cells that hold their
 * numbers, beside an overview of all. What a lesson puts in the middle has large cells where it stands, if there is room.
 * (that is `inPlace`, once it is there). Nothing may move while stepping, so that for a step all layers have them.
 */
export function stageFit(
  places: ReadonlyMap<string, Place>,
  sizes: Sizes,
  { width, height, narrow, focus }: StageRoom,
  inPlace?: typeof focusedGeometry,
): StageFit {
  const laidOut = (kind: Fit, high = height): Geometry =>
    stageGeometry(places, sizes, { width, height: high, fit: kind, numbers: focus !== undefined });
  if (narrow) return { geometry: laidOut('hand'), overview: false };
  const close = (): StageFit => ({ geometry: laidOut('layer', height - OVERVIEW), overview: true });
  if (focus === 'step') return close();
  const focused = focus && inPlace?.(places, sizes, { width, height }, focus);
  if (focused) return { geometry: focused, overview: false };
  // Every layer has a Z of as many columns as the first: what has no room for them needs no trying.
  if (legible.width * sizes.m * (sizes.units.length - 1) > width) return close();
  const whole = stageGeometry(places, sizes, { width, height, fit: 'network', numbers: false });
  const { width: w, height: h } = cellOf(whole, sizes);
  const fits = whole.width <= width && whole.height <= height;
  return fits && w >= legible.width && h >= legible.height ? { geometry: whole, overview: false } : close();
}
