import { plans } from '../../../compare/plans';
import type { Model } from '../../../core/model/model';

/**
 * The plans to choose from for a network, and the one that is chosen. Checkpoints stand among them without their number,
 * which has a field of its own.
 */
export const planOptions = (model: Pick<Model, 'layers'>, chosen: string) => [
  ...Object.entries(plans)
    .filter(([reference, { isFor }]) => reference === chosen || (isFor?.(model) ?? true))
    .map(([value, { label, group }]) => ({ value, label, group })),
  { value: 'checkpoint', label: 'Checkpoints', group: 'Compute again' },
];
