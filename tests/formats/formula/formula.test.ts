import { readFileSync } from 'node:fs';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { largestDistance } from '../../../src/core/checks/distance';
import { record } from '../../../src/core/pass/record';
import { type Formula, readFormula } from '../../../src/formats/formula';
import { functionOf, functions, isFunction } from '../../../src/formats/formula/computing/functions';
import { readModelFile } from '../../../src/formats/model/model-file';
import { choiceOfFile } from '../../../src/state/choice/choice';
import { defineFormulas } from '../../../src/state/choice/formulas';
import { modelOf } from '../../../src/state/choice/model-of';
import { enough, needed } from './answers';

function read(text: string): Formula {
  const result = readFormula(text);
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

const zs = Array.from({ length: 97 }, (_, i) => i / 8 - 6.03);

describe('a formula', () => {
  const known: readonly [string, (z: number) => number, (z: number) => number][] = [
    ['z', (z) => z, () => 1],
    ['z^2', (z) => z * z, (z) => 2 * z],
    ['z^3 - 2*z', (z) => z ** 3 - 2 * z, (z) => 3 * z * z - 2],
    ['2 z + pi', (z) => 2 * z + Math.PI, () => 2],
    ['-z', (z) => -z, () => -1],
    ['exp(-z^2)', (z) => Math.exp(-z * z), (z) => -2 * z * Math.exp(-z * z)],
    ['z*sin(z)', (z) => z * Math.sin(z), (z) => Math.sin(z) + z * Math.cos(z)],
    ['log(1+exp(z))', (z) => Math.log(1 + Math.exp(z)), (z) => 1 / (1 + Math.exp(-z))],
    ['1/(1+exp(-z))', (z) => 1 / (1 + Math.exp(-z)), (z) => Math.exp(-z) / (1 + Math.exp(-z)) ** 2],
    ['tanh(z)', Math.tanh, (z) => 1 / Math.cosh(z) ** 2],
    ['abs(z)', Math.abs, Math.sign],
    ['max(0, z)', (z) => Math.max(0, z), (z) => Number(z > 0)],
    ['max(-1, min(1, z))', (z) => Math.max(-1, Math.min(1, z)), (z) => Number(Math.abs(z) < 1)],
    ['z > 0 ? z : 0.1*z', (z) => (z > 0 ? z : 0.1 * z), (z) => (z > 0 ? 1 : 0.1)],
    ['-1 < z < 1 ? z : 0', (z) => (Math.abs(z) < 1 ? z : 0), (z) => Number(Math.abs(z) < 1)],
    ['z > 0 and not (z > 2) ? 1 : z', (z) => (z > 0 && z <= 2 ? 1 : z), (z) => Number(!(z > 0 && z <= 2))],
    ['floor(z)', Math.floor, () => 0],
    ['z/(1+abs(z))', (z) => z / (1 + Math.abs(z)), (z) => 1 / (1 + Math.abs(z)) ** 2],
    ['pow(2, z)', (z) => 2 ** z, (z) => Math.LN2 * 2 ** z],
    [
      'z*erf(z/sqrt(2))',
      (z) => z * read('erf(z/sqrt(2))').g(z),
      (z) => read('erf(z/sqrt(2))').g(z) + (2 * z * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI),
    ],
  ];

  for (const [text, g, slope] of known)
    it(`means what it says, and has the slope that it has: ${text}`, () => {
      const formula = read(text);
      for (const z of zs) {
        expect(formula.g(z)).toBeCloseTo(g(z), 9);
        expect(formula.slope.at(z)).toBeCloseTo(slope(z), 7);
      }
    });

  it('is differentiated by symbols where there are rules, and says so', () => {
    expect(read('z*sin(z)').slope).toMatchObject({ how: 'symbolic', text: 'sin(z) + z * cos(z)' });
    expect(read('z*tanh(log(1+exp(z)))').slope.how).toBe('symbolic');
  });

  it('is differentiated in the same way whatever it is multiplied with', () => {
    for (const text of [...enough, ...needed]) {
      const { how } = read(text).slope;
      for (const c of ['1e-200', '1e-20', '1e20'])
        expect(read(`${c}*(${text})`).slope.how, `${c} times ${text}`).toBe(how);
    }
  });

  it('has a derivative that is itself a formula, with just the parentheses that it needs', () => {
    const symbolic = known.flatMap(([text]) => {
      const { slope } = read(text);
      return slope.how === 'symbolic' ? [slope] : [];
    });
    expect(symbolic.length).toBeGreaterThan(8);
    for (const { text, at } of symbolic)
      for (const z of zs) expect(read(text).g(z), text).toBeCloseTo(at(z), 9);
    expect(read('z/(2/z) - (z - 2)').slope).toMatchObject({ text: expect.stringMatching(/ - 1$/) });
  });

  it('is differentiated automatically where it has a branch or a step, and says so', () => {
    for (const text of ['max(0, z)', 'floor(z)', 'z > 0 ? z : 0', 'abs(z)'])
      expect(read(text).slope.how).toBe('automatic');
  });

  it('is flat at a kink where relu and relu6 are, so that A can tell its slope', () => {
    expect(read('max(0, z)').slope.at(0)).toBe(0);
    expect(read('min(6, max(0, z))').slope.at(6)).toBe(0);
  });
});

describe('the functions of formulas', () => {
  for (const name of Object.keys(functions).filter(isFunction)) {
    const { arity } = functionOf(name);
    const text = arity === 1 ? `${name}(z)` : `${name}(z, 2)`;

    it(`are written in TeX that KaTeX sets, and so is the derivative: ${name}`, () => {
      const { tex, slope } = read(text);
      const set = [tex, ...(slope.how === 'symbolic' ? [slope.tex] : [])];
      for (const each of set) expect(katex.renderToString(each, { throwOnError: true })).toContain('katex');
    });

    it(`have the slope that central differences find: ${name}`, () => {
      const { g, slope } = read(text);
      // One of these lies in the domain of each, and none at a kink.
      for (const z of [-0.62, 0.37, 1.71]) {
        const central = (g(z + 1e-6) - g(z - 1e-6)) / 2e-6;
        if (Number.isFinite(central)) expect(slope.at(z), `at ${z}`).toBeCloseTo(central, 6);
      }
    });
  }

  it('have a slope at a kink off every grid', () => {
    expect(read('abs(z - 0.3)').slope.at(0.3)).toBe(0);
  });
});

describe('mish as a formula', () => {
  it('gives the pass of the reference case with mish, to 1e-12', async () => {
    const json = JSON.parse(readFileSync('tests/reference/folded.json', 'utf8'));
    const built = readModelFile(JSON.stringify(json));
    expect(json.layers.some(({ activation }: { activation: string }) => activation === 'mish')).toBe(true);
    for (const layer of json.layers)
      if (layer.activation === 'mish')
        layer.activation = { name: 'my mish', formula: 'z*tanh(log(1+exp(z)))' };
    const written = readModelFile(JSON.stringify(json));
    if (!built.ok || !written.ok) throw new Error('the reference does not open');
    const choice = choiceOfFile(written.value);
    expect(await defineFormulas(choice)).toBeUndefined();
    const expected = record(modelOf(choiceOfFile(built.value))).buffers;
    for (const [name, matrix] of record(modelOf(choice)).buffers)
      expect(largestDistance(matrix, expected.get(name)!), name).toBeLessThan(1e-12);
  });
});
