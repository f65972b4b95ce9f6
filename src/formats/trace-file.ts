import { inputGradient } from '../core/check';
import { parseName } from '../core/names';
import type { Trace } from '../core/trace';
import { writeModelFile } from './model-file';
import { exactNumber, exactRows, object } from './numbers';

/**
 * A trace as a trace file: the model, every step as it happened, and every tensor that the pass computed. dA0,
 * which no step computes since nothing would read it, is added for those who compare.
 */
export function writeTraceFile(trace: Trace, name: string): string {
  const { model, steps, buffers, cacheBytes } = trace;
  const computed = Array.from(buffers).filter(
    ([tensor]) => tensor !== 'A0' && tensor !== 'Y' && !model.parameters.has(tensor),
  );
  const tensors = computed.map(([tensor, matrix]) => {
    const json = parseName(tensor).kind === 'cost' ? exactNumber(matrix.data[0]!) : exactRows(matrix);
    return [tensor, json] as const;
  });
  return object([
    ['format', '"cacheback-trace"'],
    ['version', '1'],
    ['model', writeModelFile(model, name)],
    ['steps', JSON.stringify(steps)],
    ['tensors', object([...tensors, ['dA0', exactRows(inputGradient(trace))]])],
    ['cacheBytes', JSON.stringify(cacheBytes)],
  ]);
}
