import type { StepId } from '../../core/trace';

/** Why a lane that has no such step waits: of steps that are not computed again, rules differ in the output's alone. */
export const waitingFor = ({ phase }: StepId): string =>
  phase === 'recompute'
    ? 'Waits: another lane computes again what it did not keep.'
    : 'Waits: another lane goes from A to dZ of the output by other steps.';
