import { plans } from '../../compare/plans';

/** The plans to choose from. Checkpoints stand among them without their number, which has a field of its own. */
export const planOptions = [
  ...Object.entries(plans).map(([value, { label, group }]) => ({ value, label, group })),
  { value: 'checkpoint', label: 'Checkpoints', group: 'Compute again' },
];
