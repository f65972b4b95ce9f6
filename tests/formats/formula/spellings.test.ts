import { describe, expect, it } from 'vitest';
import { readFormula, readSlope } from '../../../src/formats/formula';

/** What people write, and what it means in the page's own spelling. */
const meant: readonly [written: string, means: string][] = [
  ['x*sigmoid(x)', 'z/(1+exp(-z))'],
  ['X * sigmoid(X)', 'z/(1+exp(-z))'],
  ['Z', 'z'],
  ['relu(z)', 'max(0,z)'],
  ['ReLU(z)', 'max(0,z)'],
  ['F.relu(z)', 'max(0,z)'],
  ['torch.relu(x)', 'max(0,z)'],
  ['nn.functional.relu6(z)', 'min(max(0,z),6)'],
  ['tf.nn.leaky_relu(z, alpha=0.2)', 'z > 0 ? z : 0.2*z'],
  ['F.leaky_relu(z)', 'z > 0 ? z : 0.01*z'],
  ['jax.nn.elu(z)', 'z > 0 ? z : exp(z) - 1'],
  ['F.gelu(z)', 'z*(1+erf(z/sqrt(2)))/2'],
  ['F.mish(z)', 'z*tanh(log(1+exp(z)))'],
  ['swish(z)', 'z/(1+exp(-z))'],
  ['softplus(z)', 'log(1+exp(z))'],
  ['σ(z)', '1/(1+exp(-z))'],
  ['z·σ(z)', 'z/(1+exp(-z))'],
  ['expit(z)', '1/(1+exp(-z))'],
  ['z*Φ(z)', 'z*(1+erf(z/sqrt(2)))/2'],
  ['z**2', 'z^2'],
  ['-z**2', '-(z^2)'],
  ['z²', 'z^2'],
  ['z³ − z', 'z^3 - z'],
  ['z⁻²', 'z^(-2)'],
  ['2z', '2*z'],
  ['3z² + 2z + 1', '3*z^2 + 2*z + 1'],
  ['2exp(z)', '2*exp(z)'],
  ['(z+1)(z-1)', '(z+1)*(z-1)'],
  ['1.*z', 'z'],
  ['.5*z', '0.5*z'],
  ['z × 2 ÷ 3', 'z*2/3'],
  ['√z', 'sqrt(z)'],
  ['√(z+1)', 'sqrt(z+1)'],
  ['ln(z)', 'log(z)'],
  ['ln(1+e^z)', 'log(1+exp(z))'],
  ['|z|', 'abs(z)'],
  ['z/(1+|z|)', 'z/(1+abs(z))'],
  ['||z|-1|', 'abs(abs(z)-1)'],
  ['|z|*|z-1|', 'abs(z)*abs(z-1)'],
  ['np.maximum(0,z)', 'max(0,z)'],
  ['np.maximum(0, Z)', 'max(0,z)'],
  ['np.minimum(np.maximum(z, 0), 6)', 'min(max(z,0),6)'],
  ['np.where(z>0,z,0)', 'z > 0 ? z : 0'],
  ['torch.where(x > 0, x, 0.1 * x)', 'z > 0 ? z : 0.1*z'],
  ['np.where((z > -1) & (z < 1), z, 0)', 'z > -1 and z < 1 ? z : 0'],
  ['np.where((z < -1) | (z > 1), z, 0)', 'z < -1 or z > 1 ? z : 0'],
  ['z > -1 && z < 1 ? z : 0', 'z > -1 and z < 1 ? z : 0'],
  ['(z < -1) || (z > 1) ? z : 0', 'z < -1 or z > 1 ? z : 0'],
  ['(z>0)*z', 'z > 0 ? z : 0'],
  ['z*(z>0)', 'z > 0 ? z : 0'],
  ['z*(z>0) + 0.1*z*(z<=0)', 'z > 0 ? z : 0.1*z'],
  ['z * (z > 0).float()', 'z > 0 ? z : 0'],
  ['(z > 0).astype(float) * z', 'z > 0 ? z : 0'],
  ['z*[z > 0]', 'z > 0 ? z : 0'],
  ['z if z > 0 else 0', 'z > 0 ? z : 0'],
  ['z if z > 0 else 0.1*z', 'z > 0 ? z : 0.1*z'],
  ['1 if z > 1 else (0 if z < 0 else z)', 'z > 1 ? 1 : (z < 0 ? 0 : z)'],
  ['1 if z > 1 else 0 if z < 0 else z', 'z > 1 ? 1 : (z < 0 ? 0 : z)'],
  ['2*(z if z > 0 else 0)', '2*max(0,z)'],
  ['z>0 ? z : 0', 'max(0,z)'],
  ['z ≥ 0 ? z : 0', 'max(0,z)'],
  ['clip(z,-1,1)', 'max(-1,min(1,z))'],
  ['np.clip(z, -1, 1)', 'max(-1,min(1,z))'],
  ['torch.clamp(z, min=0)', 'max(0,z)'],
  ['torch.clamp(z, min=-1, max=1)', 'max(-1,min(1,z))'],
  ['np.clip(z, 0, None)', 'max(0,z)'],
  ['z.clamp(min=0)', 'max(0,z)'],
  ['z.relu()', 'max(0,z)'],
  ['z.exp()', 'exp(z)'],
  ['arctan(z)', 'atan(z)'],
  ['np.arctan(z)', 'atan(z)'],
  ['tanh⁻¹(z/13)', 'atanh(z/13)'],
  ['np.tanh(z)', 'tanh(z)'],
  ['math.exp(z)', 'exp(z)'],
  ['Math.tanh(z)', 'tanh(z)'],
  ['EXP(z)', 'exp(z)'],
  ['np.exp(-z)', 'exp(-z)'],
  ['np.log1p(np.exp(z))', 'log(1+exp(z))'],
  ['np.expm1(z)', 'exp(z)-1'],
  ['np.logaddexp(0, z)', 'log(1+exp(z))'],
  ['np.power(z, 3)', 'z^3'],
  ['np.square(z)', 'z^2'],
  ['heaviside(z, 0.5)', '(1+sign(z))/2'],
  ['np.pi*z', '3.141592653589793*z'],
  ['π*z', '3.141592653589793*z'],
  ['z.*z', 'z^2'],
  ['z.^2', 'z^2'],
  ['hardtanh(z)', 'max(-1,min(1,z))'],
  ['softsign(z)', 'z/(1+abs(z))'],
  ['erfc(z)', '1-erf(z)'],
];

const zs = Array.from({ length: 49 }, (_, i) => (i - 24) / 4 + 0.01);

describe('a formula as people write it', () => {
  it.each(meant)('%s means %s', (written, means) => {
    const [read, own] = [readFormula(written), readFormula(means)];
    if (!read.ok) throw new Error(read.sentence);
    if (!own.ok) throw new Error(own.sentence);
    for (const z of zs) {
      const right = own.value.g(z);
      if (!Number.isFinite(right)) expect(read.value.g(z)).toBe(right);
      else
        expect(Math.abs(read.value.g(z) - right)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(right)));
      const slope = own.value.slope.at(z);
      if (Number.isFinite(slope))
        expect(Math.abs(read.value.slope.at(z) - slope)).toBeLessThanOrEqual(
          1e-12 * Math.max(1, Math.abs(slope)),
        );
    }
  });

  it.each([
    ['exp z', 'Expected parentheses behind exp, as in exp(z), but found "exp" at character 1.'],
    ['2*tanh^2(z)', 'Expected parentheses behind tanh, as in tanh(z), but found "tanh" at character 3.'],
    ['z(z+1)', 'Expected z * ( for a product, but found "z(" at character 1.'],
    ['alpha*z', 'Expected a number, such as 0.01, in place of alpha, but found "alpha" at character 1.'],
    ['α*z', 'Expected a number, such as 0.01, in place of α, but found "α" at character 1.'],
    ['z % 2', 'Expected z - 2 * floor(z / 2) for what is left of z, but found "%" at character 3.'],
    ['g(z) = z^2', 'Expected only what stands behind the =, but found "g(z) = z ^ 2" at character 6.'],
    [
      'softmax(z)',
      'Expected a function of one cell (softmax, of a whole column, is in the list), but found "softmax" at character 1.',
    ],
    ['|z', 'Expected a second | for every |, as in |z|, or abs(z), but found "|" at character 1.'],
    ['z if z > 0', 'Expected an else behind the if, as in z if z > 0 else 0, but found "if" at character 3.'],
    [
      'if z > 0 else z',
      'Expected a value before the if, as in z if z > 0 else 0, but found "if" at character 1.',
    ],
    ['relu(z, 2)', 'Expected 1 argument of relu, but found "2".'],
    ['np.where(z > 0, z)', 'Expected 3 arguments of where, but found "where(z > 0, z)" at character 4.'],
    ['z + x', 'Expected z, pi or e, but found "x" at character 5.'],
    ['np.exp(z) + q', 'Expected z, pi or e, but found "q" at character 13.'],
  ])('%s is refused with the spelling that would do', (written, sentence) => {
    expect(readFormula(written)).toEqual({ ok: false, sentence });
  });

  it('points at the place in what was written, not in what is parsed', () => {
    expect(readFormula('np.exp(z')).toEqual({
      ok: false,
      sentence: 'This is no formula: parenthesis ) expected at character 9.',
    });
  });

  it('is refused where it would be written out for ever', () => {
    const nested = `${'gelu('.repeat(40)}z${')'.repeat(40)}`;
    expect(readFormula(nested)).toMatchObject({
      ok: false,
      sentence: /at most 500 parts once gelu is written out/,
    });
  });

  it('costs nothing but its comparisons where it has no exp, log or sin', () => {
    for (const [text, g] of [
      ['max(z, 0)', [0, 0]],
      ['clip(z, -1, 1)', [0, 0]],
      ['abs(z)', [0, 0]],
      ['z^2', [1, 0]],
      ['z^3', [2, 0]],
      ['sqrt(z)', [1, 0]],
      ['z*tanh(z)', [1, 1]],
      ['log(1+exp(z))', [0, 2]],
    ] as const) {
      const read = readFormula(text);
      if (!read.ok) throw new Error(read.sentence);
      expect(read.value.costs.g, text).toEqual(g);
    }
  });

  it('picks the largest of very many in a time that grows with their number', () => {
    const count = 90;
    const read = readFormula(`max(${Array.from({ length: count }, (_, i) => `z-${i}`).join(',')})`);
    if (!read.ok) throw new Error(read.sentence);
    let rounded = 0;
    const round = (x: number) => {
      rounded += 1;
      return x;
    };
    read.value.slope.at(1.5, round);
    expect(rounded).toBeLessThan(12 * count);
  });
});

describe('a slope in terms of a', () => {
  it.each(['1 - a^2', '1-A**2', '(1-y)(1+y)', '1 - a²'])('is read in a: %s', (text) => {
    const read = readSlope(text, 'a');
    if (!read.ok) throw new Error(read.sentence);
    expect(read.value.at(0.3)).toBeCloseTo(0.91, 14);
    expect(read.value.tex).not.toContain('z');
  });

  it('refuses z, and a formula of z refuses a', () => {
    expect(readSlope('1 - z^2', 'a')).toEqual({
      ok: false,
      sentence: 'Expected a, pi or e, but found "z" at character 5.',
    });
    expect(readSlope('1 - a^2', 'z')).toMatchObject({
      ok: false,
      sentence: /^Expected z, pi or e, but found "a"/,
    });
  });
});
