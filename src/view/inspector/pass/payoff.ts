import { max } from 'd3-array';
import { isSame } from '../../../core/checks/distance';
import { largestMagnitude, type Matrix } from '../../../core/math/matrix';
import { withLayers } from '../../../core/model/model';
import { spoken } from '../../../core/model/names';
import { operationOf, resultOf } from '../../../core/pass/nodes';
import { record } from '../../../core/pass/record';
import type { Step, Trace } from '../../../core/pass/trace';
import { isTampered } from '../../../core/pass/what-if/tamper';
import { inBytes, inShare } from '../../numbers';

const peakOf = ({ steps }: Trace): number => max(steps, ({ cacheBytes }) => cacheBytes) ?? 0;

/** How far two matrices of one shape are apart in any cell, as a part of the largest; NaN where that is not finite. */
function apart(a: Matrix, b: Matrix): number {
  let most = 0;
  for (let k = 0; k < a.data.length; k++)
    if (!isSame(a.data[k]!, b.data[k]!)) most = Math.max(most, Math.abs(a.data[k]! - b.data[k]!));
  return most === 0 ? 0 : most / largestMagnitude(b);
}

const compared = (now: Matrix, before: Matrix): string => {
  const share = apart(now, before);
  return share === 0
    ? 'is the same in every cell'
    : `differs by at most ${inShare(share)} of its largest cell`;
};

/**
 * What a backward step of an activation gains where its layer keeps something else than Z, by the records of both passes:
 * whether its dZ is another, and the peak. Undefined at other steps, and where caches were changed by hand.
 */
export function payoffOf(step: Step, trace: Trace): string | undefined {
  const { layer, node, phase } = step;
  const { keep, route } = trace.model.layers[layer - 1]!;
  if (phase !== 'backward' || !operationOf(node).g || keep === 'Z' || route || isTampered(trace))
    return undefined;
  let l = 0;
  const before = record(withLayers(trace.model, () => (++l === layer ? { keep: 'Z' } : {})));
  const result = resultOf(step);
  const [now, old] = [trace.buffers.get(result), before.buffers.get(result)];
  if (!now || !old) return undefined;
  const [peak, peakBefore] = [peakOf(trace), peakOf(before)];
  const peaks =
    peak === peakBefore
      ? `the peak is ${inBytes(peak)} as well`
      : `the peak is ${inBytes(peak)} instead of ${inBytes(peakBefore)}`;
  return `Compared with keeping Z, ${spoken(result)} ${compared(now, old)}, and ${peaks}.`;
}
