import { fromRows, type Matrix } from '../../core/math/matrix';
import { type Brought, judge, mistakesIn, type Report } from '../../mine';
import { type Choice, isOpened } from '../choice/choice';
import { modelOf } from '../choice/model-of';

/**
 * Judges arrays against the model of a choice: with the numbers of its file as they stand there, or rounded as the page
 * has them, whichever leaves fewer mistakes, since either may have been what somebody computed with.
 */
export function reportOn(choice: Choice, tensors: ReadonlyMap<string, Brought>): Report {
  const model = modelOf(choice);
  const instead = cachesOf(choice);
  const rounded = judge(model, tensors, instead);
  if (model.precision === 'float64' || !isOpened(choice.data) || mistakesIn(rounded).length === 0)
    return rounded;
  const exact = judge(modelOf({ ...choice, precision: 'float64' }), tensors, instead);
  return mistakesIn(exact).length < mistakesIn(rounded).length ? exact : rounded;
}

/** What a file gives for the caches: those of a test, which no pass over its X computes. */
const cachesOf = ({ tampered = [] }: Choice): ReadonlyMap<string, Matrix> =>
  new Map(
    tampered.flatMap((change) =>
      'given' in change ? [[change.tensor, fromRows(change.given, 'float64')] as const] : [],
    ),
  );
