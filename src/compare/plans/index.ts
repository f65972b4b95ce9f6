import { coursePlans } from './course';
import { frameworkPlans } from './frameworks';
import { checkpoint, fused, keepPlans, least, stable, twoSteps } from './own';
import type { Plan } from './plan';
import { regularisedPlans } from './regularised';

export type { Evidence, Plan } from './plan';

/** Every plan that needs no number, by its name in links. */
export const plans: Readonly<Record<string, Plan>> = {
  ...keepPlans,
  Z_stable: stable,
  ...regularisedPlans,
  fused,
  two_steps: twoSteps,
  least,
  ...coursePlans,
  ...frameworkPlans,
};

/** How checkpoints every k layers are written in links. */
export const checkpointReference = (k: number): string => `checkpoint-${k}`;

/** The k of a reference to checkpoints; undefined for any other. */
export function checkpointK(reference: string): number | undefined {
  const k = /^checkpoint-([1-9]\d?)$/.exec(reference)?.[1];
  return k === undefined ? undefined : Number(k);
}

/** The plan that a reference in a link stands for; keep Z where it stands for none. */
export function planOf(reference: string): Plan {
  const k = checkpointK(reference);
  if (k !== undefined) return checkpoint(k);
  return Object.hasOwn(plans, reference) ? plans[reference]! : keepPlans.Z;
}

/** √L, where the peak of checkpoints is lowest for equal layers. Chen et al. (2016). */
export const bestK = (layers: number): number => Math.max(1, Math.round(Math.sqrt(layers)));
