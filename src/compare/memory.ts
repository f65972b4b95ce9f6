import { largest } from '../core/math/extremes';
import type { KeepRuleName } from '../core/model/keep-rules';
import type { DryStep, Trace } from '../core/pass/trace';
import { align } from './alignment';

/** The bytes held under one keep rule after each step of a trace, from step 0. */
export interface MemoryLine {
  readonly rule: KeepRuleName;
  readonly bytes: readonly number[];
}

/**
 * The bytes of another run, aligned with the steps of a trace. While the other run recomputes for a step, the most that it
 * holds stands at that step; where only the trace recomputes, the other holds what it held.
 */
export function alignedBytes(trace: Trace, other: readonly DryStep[]): number[] {
  const bytes = [0];
  let since: number[] = [];
  for (const { done, waiting } of align([trace, { steps: other }])) {
    if (!waiting[1]) since.push(other[done[1]! - 1]!.cacheBytes);
    if (waiting[0]) continue;
    bytes.push(since.length > 0 ? largest(since) : bytes[bytes.length - 1]!);
    since = [];
  }
  return bytes;
}
