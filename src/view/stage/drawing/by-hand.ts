import type { Place } from '../../../core/pass/frames/place';
import type { Trace } from '../../../core/pass/trace';
import { changeable } from '../../../core/pass/what-if/changeable';
import { isChanged } from '../../../core/pass/what-if/tamper';
import type { PlaceThing } from './thing';

/** Whether other numbers can be put into the slot of a place, or are in it; neither, where it is no slot or holds nothing yet. */
export function byHandAt({ slot, state, tensor }: Place, trace: Trace): PlaceThing['byHand'] {
  if (!slot || state === 'empty' || !changeable(trace).has(tensor)) return undefined;
  return isChanged(trace, tensor) ? 'is' : 'can be';
}
