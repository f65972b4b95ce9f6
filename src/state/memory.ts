import type { KeepRuleName } from '../core/keep-rules';
import { type Step, sameStep, type Trace } from '../core/trace';

/** The bytes held under one keep rule after each step of a trace, from step 0. */
export interface MemoryLine {
  readonly rule: KeepRuleName;
  readonly bytes: readonly number[];
}

/**
 * The bytes of another run laid along the steps of a trace. What the other run recomputes stands at the step that
 * asked for it, at its highest; where only the trace recomputes, the other holds what it held.
 */
export function alignedBytes({ steps }: Trace, other: readonly Step[]): number[] {
  const bytes = [0];
  let next = 0;
  for (const step of steps) {
    const at = other.findIndex((candidate, i) => i >= next && sameStep(candidate, step));
    const before = bytes[bytes.length - 1]!;
    bytes.push(at < 0 ? before : Math.max(...other.slice(next, at + 1).map((s) => s.cacheBytes)));
    if (at >= 0) next = at + 1;
  }
  return bytes;
}
