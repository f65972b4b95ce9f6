import { type Brought, judge, mistakesIn, type Report } from '../../mine';
import { type Choice, isOpened } from '../choice/choice';
import { modelOf } from '../choice/model-of';

/**
 * Judges arrays against the model of a choice: with the numbers of its file as they stand there, or rounded as the page
 * has them, whichever leaves fewer mistakes, since either may have been what somebody computed with.
 */
export function judged(choice: Choice, tensors: ReadonlyMap<string, Brought>): Report {
  const model = modelOf(choice);
  const rounded = judge(model, tensors);
  if (model.precision === 'float64' || !isOpened(choice.data) || mistakesIn(rounded).length === 0)
    return rounded;
  const exact = judge(modelOf({ ...choice, precision: 'float64' }), tensors);
  return mistakesIn(exact).length < mistakesIn(rounded).length ? exact : rounded;
}
