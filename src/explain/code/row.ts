import { sizesOf } from '../../core/model/model';
import type { Step, Trace } from '../../core/pass/trace';
import { type Draft, namesOf, shapesOf } from './listing';
import type { LayerPass } from './pass';

/** What a language has for a part of an operation: the listing in which the line stands that runs. */
export type Row = (step: Step, trace: Trace, pass: LayerPass) => Draft[];

/** The arguments of a function with their shapes. */
export const shaping = ({ layer }: Step, { model }: Trace, { input }: LayerPass) => {
  const sizes = sizesOf(model);
  return (...args: string[]) => shapesOf(args, namesOf(layer, input), sizes);
};
