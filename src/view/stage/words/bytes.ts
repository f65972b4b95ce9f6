import { type Holding, holdingsAt } from '../../../core/pass/frames/holdings';
import { isKnownUnread, type Place } from '../../../core/pass/frames/place';
import { type Slot, slotKey, type Trace } from '../../../core/pass/trace';
import { inBytes } from '../../numbers';

/** Where the other slot of a buffer is, in short: the loss, or the layer. */
export const slotInShort = ({ cache, layer }: Slot): string => (cache === 'loss' ? 'loss' : `layer ${layer}`);

/** What a slot adds to the bytes held, or why it adds nothing: from the longest to the shortest. */
function ofHolding({ bytes, given, countedAt, tensor }: Holding): string[] {
  if (given) return [...(tensor === 'A0' ? ['X: not counted'] : []), 'not counted', '0 B'];
  return countedAt ? ['same buffer: 0 B', 'same: 0 B', '0 B'] : [inBytes(bytes)];
}

/** Whether what a slot holds was computed again on the way back, and is there no longer than it is needed. */
export const isAgain = ({ slot, state, since }: Place, { steps }: Trace): boolean =>
  slot !== undefined && state === 'held' && since !== undefined && steps[since - 1]?.phase === 'recompute';

/** What a slot was counted with when the step let it go. */
function ofFreed(before: Holding | undefined): string[] {
  return before && before.bytes > 0 ? [`${inBytes(before.bytes)} freed`, 'freed'] : ['freed'];
}

/**
 * What is written at the end of a slot's name at a step of a trace, from the longest to the shortest: its bytes, or why
 * it counts nothing; that nothing read it, once it is let go. Nothing where there is nothing to say.
 */
export function slotTags(place: Place, trace: Trace, index: number): readonly string[] {
  const { slot, state, freedAt, since } = place;
  if (!slot || state === 'empty') return [];
  if (isKnownUnread(place)) return ['never read', 'unread'];
  const again = since !== undefined && freedAt === index && isAgain(place, trace);
  if (again) return [`computed again at step ${since}`, `again at step ${since}`, 'again'];
  if (freedAt === index) return ofFreed(holdingsAt(trace, index - 1).get(slotKey(slot)));
  const holding = holdingsAt(trace, index).get(slotKey(slot));
  return holding ? ofHolding(holding) : [];
}
