import type { Named } from '../../core/activations';
import { workOf, workOfCells } from '../../formats/work';
import { type Choice, sizesOfChoice } from '../choice/choice';
import type { ViewName } from '../shown/view';

/** What decides how much there is to work out. */
interface Asked {
  readonly choice: Choice;
  readonly view: ViewName;
  readonly comparing: { readonly plans: readonly string[] };
}

/** Multiply-adds, or what takes as long as they do, that are done between two frames: a few hundredths of a second. */
const AT_ONCE = 120_000_000;

/** Whether so many multiply-adds, or what takes as long, are done so quickly that nobody notices. */
const isQuick = (work: number): boolean => work <= AT_ONCE;

/** How many multiply-adds take as long as one number of a pass that is written as text. */
const WRITTEN = 10;

/** Whether a pass is written as a file so quickly. */
export const isWrittenAtOnce = (choice: Choice): boolean =>
  isQuick(WRITTEN * workOf(choice.layers, sizesOfChoice(choice)));

/** Whether an activation is worked out of so many cells so quickly. */
export const areOutputsAtOnce = (of: Named, cells: number): boolean => isQuick(workOfCells(of, cells));

/** Whether a pass of a choice is worked out so quickly. */
export const isPassAtOnce = (choice: Choice): boolean =>
  isQuick(workOf(choice.layers, sizesOfChoice(choice)));

/** Multiply-adds that are done in about a thousandth of a second. */
const IN_PASSING = 1_000_000;

/** Whether a pass of a choice is worked out so quickly that each step can have another one. */
export const isPassInPassing = (choice: Choice): boolean =>
  workOf(choice.layers, sizesOfChoice(choice)) <= IN_PASSING;

/** Whether all that a view needs of a model is worked out so quickly that nobody waits for it. */
export function isAtOnce({ choice, view, comparing }: Asked): boolean {
  // Each run is a pass, and so is the one in float64 that they are held against.
  const passes = view === 'compare' ? comparing.plans.length + 1 : 1;
  const twice = choice.tampered ? 2 : 1;
  return isQuick(workOf(choice.layers, sizesOfChoice(choice)) * passes * twice);
}

/** The most layers of a network for which a dry run per layer is done so quickly. */
const SHALLOW = 12;

/** Whether what takes a dry run for each of its layers is worked out of a network so quickly. */
export const isShallow = ({ layers }: Pick<Choice, 'layers'>): boolean => layers.length <= SHALLOW;
