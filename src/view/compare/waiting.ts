import type { StepId } from '../../core/trace';

/** Why a lane waits at a step that it has not itself. */
export function waitingFor({ phase, op, layer }: StepId): string {
  if (phase === 'recompute') return 'Waits: another lane computes again what it did not keep.';
  if (op === 'output') return `Waits: another lane works out dZ[${layer}] at once.`;
  return `Waits: another lane works out dA[${layer}] first, and then dZ[${layer}].`;
}
