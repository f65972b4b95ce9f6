import { fromRows, type Matrix } from '../../core/math/matrix';
import { countsOf } from '../../formats/work';
import { type Brought, judge, MOST_KEPT, mistakesIn, type Report, Room } from '../../mine';
import { type Choice, isOpened, sizesOfChoice } from '../choice/choice';
import { modelOf } from '../choice/model-of';

/** How much is worked out for a report on a large pass in which nothing is wrong, in passes. */
const PASSES = 16;

/** Room for what a report works out, which tells of how much of that is done by now: from 0 to 1. */
function roomFor(choice: Choice, tell: (done: number) => void): Room {
  const { numbers } = countsOf(sizesOfChoice(choice));
  let worked = 0;
  return new Room(MOST_KEPT, (more) => {
    worked += more;
    tell(Math.min(1, worked / (PASSES * numbers)));
  });
}

/**
 * Judges arrays against the model of a choice: with the numbers of its file as they stand there, or rounded as the page
 * has them, whichever leaves fewer mistakes, since either may have been what somebody computed with. `tell` is called with
 * how much is done.
 */
export function reportOn(
  choice: Choice,
  tensors: ReadonlyMap<string, Brought>,
  tell: (done: number) => void = () => undefined,
): Report {
  const room = roomFor(choice, tell);
  const model = modelOf(choice);
  const instead = cachesOf(choice);
  const rounded = judge(model, tensors, instead, room);
  if (model.precision === 'float64' || !isOpened(choice.data) || mistakesIn(rounded).length === 0)
    return rounded;
  const exact = judge(modelOf({ ...choice, precision: 'float64' }), tensors, instead, room);
  return mistakesIn(exact).length < mistakesIn(rounded).length ? exact : rounded;
}

/** What a file gives for the caches: those of a test, which no pass over its X computes. */
const cachesOf = ({ tampered = [] }: Choice): ReadonlyMap<string, Matrix> =>
  new Map(
    tampered.flatMap((change) =>
      'given' in change ? [[change.tensor, fromRows(change.given, 'float64')] as const] : [],
    ),
  );
