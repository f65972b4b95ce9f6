import { inputGradient } from '../core/check';
import type { Trace } from '../core/trace';
import { exactJson } from './exact-json';
import { modelFileOf } from './model-file';

/**
 * A trace as the pieces of a trace file's text: the model, every step as it happened, and every tensor that the pass
 * computed. dA0, which no step computes since nothing would read it, is added for those who compare.
 */
export function writeTraceFile(trace: Trace, name: string): string[] {
  const { model, steps, buffers, cacheBytes } = trace;
  const { A0, Y, cost, ...rest } = Object.fromEntries(buffers);
  const computed = Object.entries(rest).filter(([tensor]) => !model.parameters.has(tensor));
  return [
    ...exactJson({
      format: 'cacheback-trace',
      version: 1,
      model: modelFileOf(model, name),
      steps,
      tensors: { ...Object.fromEntries(computed), cost: cost!.data[0]!, dA0: inputGradient(trace) },
      cacheBytes,
    }),
  ];
}
