import { isFused } from '../../../core/model/model';
import type { Trace } from '../../../core/pass/trace';
import { torchFused, torchOperations } from './losses';

/** The cost, and where the way back begins. */
export interface CostInTorch {
  readonly forward: readonly string[];
  readonly backward: readonly string[];
}

/**
 * The cost in PyTorch. PyTorch's own loss is watched, and the page's formula computes: PyTorch cuts its logarithm off at
 * −100, and where A is exactly 0 or 1 it is finite where the formula is not.
 */
export function costOf(trace: Trace): CostInTorch {
  const { model } = trace;
  const l = model.layers.length;
  const compute = `cost = compute_cost(A${l}, Y)`;
  if (isFused(model)) return fused(trace, compute);
  const { words, operation } = torchOperations[model.loss];
  const watched = operation.replace(/\bA\b/, `A${l}`);
  return {
    forward: refuses(trace)
      ? [
          '# F.binary_cross_entropy refuses what is not from 0 to 1: the bytes of the loss are those of the formula',
          'with watched("loss"):',
          `    ${compute}`,
        ]
      : [...words.map((line) => `# ${line}`), 'with watched("loss"):', `    ${watched}`, compute],
    backward: ['cost.backward()'],
  };
}

/** Whether PyTorch's own operation would not take these outputs or labels. */
const refuses = ({ model: { loss, layers, Y }, buffers }: Trace): boolean =>
  loss === 'binary_cross_entropy' &&
  [buffers.get(`A${layers.length}`)!, Y].some(({ data }) => data.some((x) => !(x >= 0 && x <= 1)));

/** Output and loss at once: PyTorch takes Z, and its gradient is A − Y where the labels of an example sum to 1. */
function fused({ nodes, model: { loss, layers, Y } }: Trace, compute: string): CostInTorch {
  const l = layers.length;
  const Z = nodes.at(-1)!.over!.input;
  const operation = torchFused[loss]!.replace(/\bZ\b/, Z);
  const sums = new Float64Array(Y.cols);
  Y.data.forEach((y, k) => {
    sums[k % Y.cols]! += y;
  });
  const one = loss === 'binary_cross_entropy' || sums.every((sum) => Math.abs(sum - 1) < 1e-6);
  return {
    forward: [
      '# Output and loss at once, out of Z',
      'with watched("loss"):',
      `    loss = ${operation}`,
      compute,
    ],
    backward: one
      ? ['loss.backward()']
      : [
          '# Labels that do not sum to 1 have another gradient: A - Y is taken all the same',
          `${Z}.backward((A${l} - Y) / m)`,
        ],
  };
}
