import { workOf } from '../../formats/limits';
import { type Choice, sizesOfChoice } from '../choice/choice';
import type { ViewName } from '../view';

/** What decides how much there is to work out. */
interface Asked {
  readonly choice: Choice;
  readonly view: ViewName;
  readonly comparing: { readonly lanes: readonly string[] };
}

/** Multiply-adds, or what takes as long as they do, that are done between two frames: a few hundredths of a second. */
const AT_ONCE = 120_000_000;

/** Whether all that a view needs of a model is worked out so quickly that nobody waits for it. */
export function isAtOnce({ choice, view, comparing }: Asked): boolean {
  // Each lane is a pass, and so is the one in float64 that they are held against.
  const passes = view === 'compare' ? comparing.lanes.length + 1 : 1;
  const twice = choice.tampered ? 2 : 1;
  return workOf(choice.layers, sizesOfChoice(choice)) * passes * twice <= AT_ONCE;
}
