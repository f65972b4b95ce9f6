import { type BufferName, isGradient } from '../../model/names';
import { type Slot, slotKey } from '../trace';
import type { Value } from '../value';

/** The lanes of the stage: computed above, kept in the middle, read below. */
export type Lane = 'forward' | 'cache' | 'backward';

/** Not there yet; there; freed; kept although no step ever reads it. */
export type PlaceState = 'empty' | 'held' | 'freed' | 'unread';

/** What a heatmap has to know of the place where it stands. */
export interface Spot {
  readonly lane: Lane;
  readonly tensor: BufferName;
  readonly layer: number;
  /** In the cache lane only. */
  readonly slot?: Slot;
  readonly state: PlaceState;
  /** What the step of the frame does to it. */
  readonly mark?: 'read' | 'write' | undefined;
  /** The step that freed it. A slot that is freed by the step that reads it is shown as held in that step. */
  readonly freedAt?: number;
}

/** Whether a reader who has come this far can know that nothing reads a slot: it has been freed by now. */
export const isKnownUnread = ({ state, freedAt }: Spot): boolean =>
  state === 'unread' && freedAt !== undefined;

/** One place where a tensor can stand, and what is there at one step. */
export interface Place extends Spot {
  /** What stands there, or will: of a cache that was changed by hand, what it was changed to. */
  readonly value: Value;
  /** The step that wrote it, or saved it into the slot. */
  readonly since?: number;
}

/** The lane in which a tensor is computed. */
export const laneOf = (tensor: BufferName): Lane => (isGradient(tensor) ? 'backward' : 'forward');

/** The key of the place where a tensor is computed. */
export const placeKey = (tensor: BufferName): string => `${laneOf(tensor)}:${tensor}`;

/** The key of the place of a slot. */
export const slotPlaceKey = (slot: Slot): string => `cache:${slotKey(slot)}`;
