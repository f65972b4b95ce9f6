import type { Curve } from '../../../src/core/verdict/curve';

/** A function whose answer is known by mathematics, with its slope worked out by hand. */
export interface Known extends Curve {
  readonly name: string;
}

const known = (name: string, g: Curve['g'], slope: Curve['slope'], kinks: number[] = []): Known => ({
  name,
  g,
  slope,
  kinks,
});

const fraction = (z: number): number => z - Math.floor(z);

/** One-to-one, or with one slope for each output. */
export const enough: readonly Known[] = [
  known(
    'z',
    (z) => z,
    () => 1,
  ),
  known(
    'z^3',
    (z) => z ** 3,
    (z) => 3 * z * z,
  ),
  known('exp(z)', Math.exp, Math.exp),
  known(
    'log(1+exp(z))',
    (z) => Math.log(1 + Math.exp(z)),
    (z) => 1 / (1 + Math.exp(-z)),
  ),
  known(
    'max(0,z)',
    (z) => Math.max(0, z),
    (z) => (z > 0 ? 1 : 0),
  ),
  known(
    'max(0,z-0.3)',
    (z) => Math.max(0, z - 0.3),
    (z) => (z > 0.3 ? 1 : 0),
  ),
  known(
    'max(0,z)+sin(z)^2+cos(z)^2',
    (z) => Math.max(0, z) + Math.sin(z) ** 2 + Math.cos(z) ** 2,
    (z) => (z > 0 ? 1 : 0),
  ),
  known(
    'z/(1+abs(z))',
    (z) => z / (1 + Math.abs(z)),
    (z) => 1 / (1 + Math.abs(z)) ** 2,
  ),
  known(
    'max(-1,min(1,z))',
    (z) => Math.max(-1, Math.min(1, z)),
    (z) => (z > -1 && z < 1 ? 1 : 0),
  ),
  known(
    'z > 0 ? 1 : 0',
    (z) => (z > 0 ? 1 : 0),
    () => 0,
  ),
  known('sign(z)', Math.sign, () => 0),
  known('floor(z)', Math.floor, () => 0),
  known('round(z)', Math.round, () => 0),
  known('z-floor(z), a sawtooth', fraction, () => 1),
  known(
    'z+floor(z)',
    (z) => z + Math.floor(z),
    () => 1,
  ),
  known(
    '1/z',
    (z) => 1 / z,
    (z) => -1 / z ** 2,
  ),
  known(
    '1/(z-0.3)',
    (z) => 1 / (z - 0.3),
    (z) => -1 / (z - 0.3) ** 2,
  ),
  known('sqrt(z)', Math.sqrt, (z) => 0.5 / Math.sqrt(z)),
  known('cbrt(z)', Math.cbrt, (z) => 1 / (3 * Math.cbrt(z) ** 2)),
  known(
    'log(z)',
    (z) => (z < 0 ? Number.NaN : Math.log(z)),
    (z) => 1 / z,
  ),
  known('tan(z)', Math.tan, (z) => 1 + Math.tan(z) ** 2),
  known(
    '0',
    () => 0,
    () => 0,
  ),
  known(
    'a flat piece between two slopes',
    (z) => Math.min(z + 1, 0) + Math.max(z - 1, 0),
    (z) => (Math.abs(z) > 1 ? 1 : 0),
  ),
  known(
    'sign(z)*z^2',
    (z) => Math.sign(z) * z * z,
    (z) => 2 * Math.abs(z),
  ),
  known(
    'z+sin(z)',
    (z) => z + Math.sin(z),
    (z) => 1 + Math.cos(z),
  ),
  known(
    'z+abs(z)/2',
    (z) => z + Math.abs(z) / 2,
    (z) => 1 + Math.sign(z) / 2,
  ),
  known(
    'exp(z^3)',
    (z) => Math.exp(z ** 3),
    (z) => 3 * z * z * Math.exp(z ** 3),
  ),
  known(
    'tanh(1000000*(z-0.3))',
    (z) => Math.tanh(1e6 * (z - 0.3)),
    (z) => 1e6 / Math.cosh(1e6 * (z - 0.3)) ** 2,
  ),
  known(
    'z < 0 ? z : z-1',
    (z) => (z < 0 ? z : z - 1),
    () => 1,
  ),
  known(
    'max(0,z) with a slope of 1 at 0',
    (z) => Math.max(0, z),
    (z) => (z >= 0 ? 1 : 0),
  ),
  known(
    'min(6,max(0,z)) with the slope 1 at 6',
    (z) => Math.min(6, Math.max(0, z)),
    (z) => (z > 0 && z <= 6 ? 1 : 0),
  ),
];

/** With two slopes for one output. */
export const needed: readonly Known[] = [
  known(
    'z^2',
    (z) => z * z,
    (z) => 2 * z,
  ),
  known('abs(z)', Math.abs, Math.sign),
  known(
    'abs(z-1/3)',
    (z) => Math.abs(z - 1 / 3),
    (z) => Math.sign(z - 1 / 3),
  ),
  known('sin(z)', Math.sin, Math.cos),
  known(
    'sin(100*z)',
    (z) => Math.sin(100 * z),
    (z) => 100 * Math.cos(100 * z),
  ),
  known(
    'z*sin(z)',
    (z) => z * Math.sin(z),
    (z) => Math.sin(z) + z * Math.cos(z),
  ),
  known('cosh(z)', Math.cosh, Math.sinh),
  known(
    'z^3-z',
    (z) => z ** 3 - z,
    (z) => 3 * z * z - 1,
  ),
  known(
    'exp(-z^2)',
    (z) => Math.exp(-z * z),
    (z) => -2 * z * Math.exp(-z * z),
  ),
  known(
    '1/z^2',
    (z) => 1 / z ** 2,
    (z) => -2 / z ** 3,
  ),
  known(
    'log(abs(z))',
    (z) => Math.log(Math.abs(z)),
    (z) => 1 / z,
  ),
  known(
    'a triangle wave',
    (z) => Math.abs(fraction(z / 2) * 2 - 1),
    (z) => Math.sign(fraction(z / 2) - 0.5),
  ),
  known(
    'z < 0 ? z : 2*z-1',
    (z) => (z < 0 ? z : 2 * z - 1),
    (z) => (z < 0 ? 1 : 2),
  ),
  known(
    'z < 0 ? 5 : z',
    (z) => (z < 0 ? 5 : z),
    (z) => (z < 0 ? 0 : 1),
  ),
  known(
    'the threshold z > 0 ? z : 1',
    (z) => (z > 0 ? z : 1),
    (z) => (z > 0 ? 1 : 0),
  ),
  known(
    'z*tanh(log(1+exp(z))), mish',
    (z) => z * Math.tanh(Math.log1p(Math.exp(z))),
    (z) => {
      const t = Math.tanh(Math.log1p(Math.exp(z)));
      return t + (z / (1 + Math.exp(-z))) * (1 - t * t);
    },
  ),
  known(
    'z > 0 ? z : -z/1000000000000',
    (z) => (z > 0 ? z : -1e-12 * z),
    (z) => (z > 0 ? 1 : -1e-12),
  ),
  known(
    'z^2/1000000',
    (z) => 1e-6 * z * z,
    (z) => 2e-6 * z,
  ),
];
