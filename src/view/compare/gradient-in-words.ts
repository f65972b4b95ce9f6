import type { Run } from '../../state/runs';

/** Whether a rule's gradients are those of float64, in a word or two. */
export const gradientInWords = ({ errors }: Pick<Run, 'errors'>): string =>
  errors.every(({ same }) => same) ? '✓ same gradient' : '✗ differs';
