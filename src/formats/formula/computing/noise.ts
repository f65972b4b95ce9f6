import { largest } from '../../../core/math/extremes';
import { type Expression, exactly } from '../expression';
import { type FunctionName, functionOf, isPicking } from './functions';
import { isTrue, pickedOf } from './value';

/** A value in float64, and how far rounding can have put it from the true one. */
interface Rough {
  readonly value: number;
  readonly error: number;
}

/** What one operation gets wrong at most, relative to its result. */
const UNIT = Number.EPSILON / 2;

/** What a function gets wrong at most, relative to its result: no browser promises half a unit, and Φ is a long sum. */
const CALL = 16 * Number.EPSILON;

/**
 * How far rounding in float64 can have put the value of an expression at z from the true one, to first order: a running
 * error analysis. Higham, Accuracy and Stability of Numerical Algorithms (2002), section 3.3.
 */
export const noiseAt = (expression: Expression, z: number): number => roughAt(expression, z).error;

function roughAt(expression: Expression, z: number): Rough {
  switch (expression.kind) {
    case 'number':
      return { value: expression.value, error: 0 };
    case 'z':
      return { value: z, error: 0 };
    case 'negative': {
      const { value, error } = roughAt(expression.args[0], z);
      return { value: -value, error };
    }
    case 'choice':
      return roughAt(expression.args[isTrue(expression.when, exactly(z)) ? 0 : 1], z);
    case 'call':
      return called(
        expression.name,
        expression.args.map((arg) => roughAt(arg, z)),
      );
    default: {
      const [a, b] = expression.args;
      return combined(expression.kind, roughAt(a, z), roughAt(b, z));
    }
  }
}

function combined(kind: 'sum' | 'difference' | 'product' | 'quotient', a: Rough, b: Rough): Rough {
  const rounded = (value: number, error: number): Rough => ({ value, error: error + UNIT * Math.abs(value) });
  switch (kind) {
    case 'sum':
      return rounded(a.value + b.value, a.error + b.error);
    case 'difference':
      return rounded(a.value - b.value, a.error + b.error);
    case 'product':
      return rounded(a.value * b.value, scaled(a.error, b.value) + scaled(b.error, a.value));
    case 'quotient': {
      const value = a.value / b.value;
      return rounded(value, scaled(a.error, 1 / b.value) + scaled(b.error, value / b.value));
    }
  }
}

/** An error times what it is multiplied with; none stays none. */
const scaled = (error: number, factor: number): number => (error === 0 ? 0 : error * Math.abs(factor));

function called(name: FunctionName, args: readonly Rough[]): Rough {
  const known = functionOf(name);
  const values = args.map(({ value }) => value);
  if (isPicking(known)) {
    const picked = args[pickedOf(known.isBetter, values, exactly(0))]!;
    return { value: picked.value, error: args.reduce((most, { error }) => Math.max(most, error), 0) };
  }
  const value = known.value(...values);
  let error = known.isExact ? 0 : CALL * Math.abs(value);
  args.forEach((arg, i) => {
    if (arg.error === 0) return;
    // As far as the function moves while this argument does: its derivative may be infinite, or jump.
    const moved = [arg.error, -arg.error].map((by) =>
      Math.abs(known.value(...values.map((x, k) => (k === i ? x + by : x))) - value),
    );
    error += largest([0, ...moved.filter((distance) => !Number.isNaN(distance))]);
  });
  return { value, error };
}
