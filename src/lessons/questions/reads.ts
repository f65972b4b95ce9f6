import { type BufferName, spoken } from '../../core/model/names';
import { operationOf } from '../../core/pass/nodes';
import { slotKey } from '../../core/pass/trace';
import { titleOf } from '../../explain/title';
import type { Seen } from '../seen';
import { offeredIn, readsIn, turnMaking } from '../turn';
import { judgementOf, type Kind, type Note } from './kind';
import { whyLeft, whyRead } from './reasons';

/** Which slots of the caches a step reads, with all that is computed again for it. The stage is the answer sheet. */
export interface ReadsQuestion {
  readonly kind: 'reads';
  /** What the step makes: it is there whatever the model. */
  readonly makes: BufferName;
  /** What is said with the question, where it needs more. */
  readonly adds?: string;
}

/** What is asked: it names the step, so that it stands alone in another network and on another page. */
export function asksReads({ makes, adds }: ReadsQuestion, { trace }: Seen): string {
  const { step } = turnMaking(trace, makes);
  const asked = operationOf(step.node).g
    ? `Which slots will ${titleOf(step, trace)} read to make ${spoken(makes)}?`
    : `Which slots will be read to make ${spoken(makes)}?`;
  return adds ? `${asked} ${adds}` : asked;
}

/** What an answer is about that chose no slot, and rightly. */
const NOTHING = 'nothing';

/** Questions about reads, answered by the record and explained by it. */
export const reads: Kind<ReadsQuestion> = {
  right: ({ makes }, { trace }) => readsIn(trace, turnMaking(trace, makes)).map(slotKey),
  judge({ makes }, given, { trace }) {
    const turn = turnMaking(trace, makes);
    const read = new Map(readsIn(trace, turn).map((event) => [slotKey(event), event]));
    const notes = offeredIn(trace, turn).flatMap(({ slot, tensor }): Note[] => {
      const of = slotKey(slot);
      const event = read.get(of);
      const chosen = given.includes(of);
      if (event) {
        const why = whyRead(trace, turn, event);
        return [{ mark: chosen ? 'right' : 'missed', of, says: `${spoken(tensor)} was read: ${why}` }];
      }
      return chosen ? [{ mark: 'mistaken', of, says: whyLeft(trace, turn, slot, tensor) }] : [];
    });
    if (notes.length > 0) return judgementOf(notes);
    const says = `${titleOf(turn.step, trace)} read no slot: all it needs is ${spoken(turn.step.reads[0]!.name)}.`;
    return judgementOf([{ mark: 'right', of: NOTHING, says }]);
  },
};
