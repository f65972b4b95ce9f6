import { inputGradient } from '../core/checks/tensor-of';
import type { Step, Trace } from '../core/pass/trace';
import { exactJson } from './exact-json';
import { modelFileOf } from './model/write-model-file';

/** A step as a trace file has it: values by their names. */
const fileStep = ({ index, phase, layer, op, reads, writes, cache, cacheBytes }: Step) => ({
  index,
  phase,
  layer,
  op,
  reads: reads.map(({ name }) => name),
  writes: writes.map(({ name }) => name),
  cache: cache.map(({ value: _, ...event }) => event),
  cacheBytes,
});

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
      steps: steps.map(fileStep),
      tensors: { ...Object.fromEntries(computed), cost: cost!.data[0]!, dA0: inputGradient(trace) },
      cacheBytes,
    }),
  ];
}
