import type { ActivationName } from '../activations';
import { normalCdf, normalDensity } from '../activations/normal';
import { LAMBDA, LAMBDA_ALPHA } from '../activations/rectified';
import type { NumberFormat } from './formats';

/** A slope as it stands in textbooks and in the course's code, every single result of which is rounded to a format. */
export interface Textbook {
  readonly tex: { readonly Z: string; readonly A?: string };
  /** g′ from z, with what it needs of a worked out again. */
  fromZ(z: number, f: NumberFormat, alpha: number): number;
  /** g′ from a that was kept. */
  fromA?(a: number, f: NumberFormat, alpha: number): number;
}

type Step = (x: number, f: NumberFormat, alpha: number) => number;

/** The slope from a; and from z by way of a. */
const byWayOfA = (tex: { Z: string; A: string }, output: Step, fromA: Step): Textbook => ({
  tex,
  fromA,
  fromZ: (z, f, alpha) => fromA(output(z, f, alpha), f, alpha),
});

const sigmoidOf: Step = (z, f) => f.round(1 / f.round(1 + f.exp(-z)));

const softplusOf: Step = (z, f) => f.log(f.round(1 + f.exp(z)));

/** scale z for z > 0, else scale·alpha (e^z − 1). */
const exponentialUnit = (
  tex: { Z: string; A: string },
  scale: number,
  sizeOf: (alpha: number) => number,
): Textbook =>
  byWayOfA(
    tex,
    (z, f, alpha) =>
      z > 0 ? f.round(f.round(scale) * z) : f.round(f.round(sizeOf(alpha)) * f.round(f.exp(z) - 1)),
    (a, f, alpha) => (a > 0 ? f.round(scale) : f.round(a + f.round(sizeOf(alpha)))),
  );

/**
 * The textbook's slope of each activation that has one other than the program's own, or whose rounding on the way
 * matters. It cannot be derived: it is just what a careful implementation avoids.
 */
export const textbook = {
  sigmoid: byWayOfA({ Z: 's(1 - s),\\; s = \\frac{1}{1 + e^{-z}}', A: 'a(1 - a)' }, sigmoidOf, (a, f) =>
    f.round(a * f.round(1 - a)),
  ),
  hard_sigmoid: byWayOfA(
    { Z: '\\tfrac16 [0 < a < 1],\\; a = \\tfrac16 \\min(\\max(0, z + 3), 6)', A: '\\tfrac16 [0 < a < 1]' },
    (z, f) => f.round(Math.min(Math.max(f.round(z + 3), 0), 6) / 6),
    (a, f) => (a > 0 && a < 1 ? f.round(1 / 6) : 0),
  ),
  tanh: byWayOfA(
    { Z: '1 - a^2,\\; a = \\tanh z', A: '1 - a^2' },
    (z, f) => f.tanh(z),
    (a, f) => f.round(1 - f.round(a * a)),
  ),
  softplus: byWayOfA({ Z: '1 - e^{-a},\\; a = \\ln(1 + e^z)', A: '1 - e^{-a}' }, softplusOf, (a, f) =>
    f.round(1 - f.exp(-a)),
  ),
  softsign: byWayOfA(
    { Z: '(1 - |a|)^2,\\; a = \\frac{z}{1 + |z|}', A: '(1 - |a|)^2' },
    (z, f) => f.round(z / f.round(1 + Math.abs(z))),
    (a, f) => f.round(f.round(1 - Math.abs(a)) ** 2),
  ),
  elu: exponentialUnit({ Z: 'a + \\alpha,\\; a = \\alpha(e^z - 1)', A: 'a + \\alpha' }, 1, (alpha) => alpha),
  selu: exponentialUnit(
    { Z: 'a + \\lambda\\alpha,\\; a = \\lambda\\alpha(e^z - 1)', A: 'a + \\lambda\\alpha' },
    LAMBDA,
    () => LAMBDA_ALPHA,
  ),
  silu: {
    tex: { Z: 's(1 + z(1 - s)),\\; s = \\frac{1}{1 + e^{-z}}' },
    fromZ(z, f, alpha) {
      const s = sigmoidOf(z, f, alpha);
      return f.round(s * f.round(1 + f.round(z * f.round(1 - s))));
    },
  },
  gelu: {
    tex: { Z: '\\tfrac12(1 + \\mathrm{erf}(z/\\sqrt2)) + z\\,\\varphi(z)' },
    fromZ(z, f) {
      const erf = f.round(2 * normalCdf(z) - 1);
      return f.round(f.round(0.5 * f.round(1 + erf)) + f.round(z * f.round(normalDensity(z))));
    },
  },
  mish: {
    tex: { Z: 't + z\\,s(1 - t^2),\\; t = \\tanh(\\ln(1 + e^z))' },
    fromZ(z, f, alpha) {
      const t = f.tanh(softplusOf(z, f, alpha));
      const zs = f.round(z * sigmoidOf(z, f, alpha));
      return f.round(t + f.round(zs * f.round(1 - f.round(t * t))));
    },
  },
} satisfies Partial<Record<ActivationName, Textbook>>;

/** The textbook's slope of an activation, where it has one. */
export const textbookOf = (name: string): Textbook | undefined =>
  Object.hasOwn(textbook, name) ? textbook[name as keyof typeof textbook] : undefined;
