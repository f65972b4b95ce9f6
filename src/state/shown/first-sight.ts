import { type Choice, firstChoice, isSameChoice } from '../choice/choice';
import type { Position } from '../position';

/** Where the page opens: relu backward reads its Z, the moment that the page is about. */
export const firstSight: Position = { phase: 'backward', op: 'activation', layer: 1 };

/** Whether the reader has not moved since the page opened: any move makes a position of its own. */
export const isFirstSight = (position: Position): boolean => position === firstSight;

/** Whether the page still asks its question: nobody has moved or chosen anything since it opened. */
export const isAsking = ({ position, choice }: { position: Position; choice: Choice }): boolean =>
  isFirstSight(position) && isSameChoice(choice, firstChoice);

/** A suggestion of what to try with layer 1 at first sight that has not been chosen yet; empty where everything has. */
export function adviceOn({ layers: [now] }: Choice): string {
  const [first] = firstChoice.layers;
  const left = [
    ...(now?.keep === first?.keep ? ['let layer 1 keep A instead'] : []),
    ...(now?.activation === first?.activation ? ['pick another activation'] : []),
  ].join(', or ');
  return left && `${left[0]!.toUpperCase()}${left.slice(1)}, and see what is read then.`;
}
