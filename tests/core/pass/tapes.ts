import { type Matrix, scalar } from '../../../src/core/math/matrix';
import type { Tape } from '../../../src/core/pass/tape';
import type { Doing, Slot } from '../../../src/core/pass/trace';
import type { Value } from '../../../src/core/pass/value';

/** A matrix of one number. */
export const number = (x: number): Matrix => scalar(x, 'float64');

const dense = { op: 'dense', layer: 1, input: 'A0', output: 'Z1', goesOn: false };
const activation = { op: 'activation', layer: 1, input: 'Z1', output: 'A1', goesOn: true };

/** Steps to put on a tape. */
export const linear: Doing = { phase: 'forward', op: 'linear', layer: 1, node: dense };
export const again: Doing = { ...linear, phase: 'recompute' };
export const backward: Doing = { phase: 'backward', op: 'activation', layer: 1, node: activation };

/** Slots to save things in. */
export const Z: Slot = { layer: 1, cache: 'activation', slot: 'Z' };
export const W: Slot = { layer: 1, cache: 'linear', slot: 'W' };

/** The values of a tape that have a name, in the order in which they were written. */
export const valuesOf = ({ values }: Tape, name: string): Value[] =>
  values.filter((value) => value.name === name);

/** For a tape on which nothing should be missed. */
export const noMiss = (): never => {
  throw new Error('nothing should be missed');
};
