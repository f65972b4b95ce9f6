import { goesBackThroughG } from '../../core/pass/nodes';
import type { Doing } from '../../core/pass/trace';

/** Why a run waits at a step that another run takes. */
export function waitingFor(step: Doing): string {
  const { phase, layer, node } = step;
  if (phase === 'recompute') return 'Waits: another rule computes again what it did not keep.';
  if (node.over && goesBackThroughG(step)) return `Waits: another rule works out dZ[${layer}] at once.`;
  return `Waits: another rule works out dA[${layer}] first, and then dZ[${layer}].`;
}
