/**
 * How long a step from x is that is to land just beside it: that part of |x|, and near 0 that part of 1, so that x = 0
 * has a step as well.
 */
export const stepAside = (x: number, part: number): number => part * Math.max(1, Math.abs(x));
