import type { BufferName } from '../core/model/names';
import type { Lane } from '../core/pass/frames/place';

/** What is put in the middle of the stage: a layer, a lane, a tensor wherever it stands, or where they meet. */
export interface Focus {
  readonly layer?: number;
  readonly lane?: Lane;
  readonly tensor?: BufferName;
}

/** Whether what stands in some layer's card of some lane is in the middle. */
export const isInFocus = ({ layer, lane, tensor }: Focus, of: Required<Focus>): boolean =>
  (layer ?? of.layer) === of.layer && (lane ?? of.lane) === of.lane && (tensor ?? of.tensor) === of.tensor;
