import type { StepId } from '../../core/pass/trace';

/** Why a run waits at a step that another run takes. */
export function waitingFor({ phase, op, layer }: StepId): string {
  if (phase === 'recompute') return 'Waits: another rule computes again what it did not keep.';
  if (op === 'output') return `Waits: another rule works out dZ[${layer}] at once.`;
  return `Waits: another rule works out dA[${layer}] first, and then dZ[${layer}].`;
}
