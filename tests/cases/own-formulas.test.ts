import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { firstChoice } from '../../src/state/choice/choice';
import { selectTrace } from '../../src/state/selectors';
import { createStore } from '../../src/state/store';

const store = createStore();

/** A case's pass, opened as the page opens a file. */
async function passOf(name: string): Promise<(tensor: string) => number[]> {
  const text = readFileSync(`${import.meta.dirname}/files/${name}.json`, 'utf8');
  await store.getState().open(new File([text], `${name}.json`));
  const { notice } = store.getState();
  if (notice) throw new Error(notice);
  const { buffers } = selectTrace(store.getState());
  return (tensor) => Array.from(buffers.get(tensor)!.data);
}

const expectedOf = (name: string, tensor: string): number[] =>
  JSON.parse(readFileSync(`${import.meta.dirname}/files/${name}.json`, 'utf8')).expected[tensor][0];

const { NaN: no, POSITIVE_INFINITY: inf } = Number;

beforeEach(() => store.setState({ choice: firstChoice, notice: undefined }));

type Special = Readonly<Record<number, number>>;

/** What the examples give that overflow, by their number: A as NumPy's float32 has it; dZ NaN where its slope is ∞/∞. */
const overflowing: readonly [name: string, A: Special, dZ: Special][] = [
  ['14-softplus-naive-float32', { 3: inf, 4: inf, 5: inf }, { 3: no, 4: no, 5: no }],
  ['14-small-float32', { 4: inf, 5: inf }, { 4: no, 5: no }],
  [
    '14-softplus-beta5-float32',
    { 1: inf, 2: inf, 3: inf, 4: inf, 5: inf },
    { 1: no, 2: no, 3: no, 4: no, 5: no },
  ],
  ['14-softplus-naive-float64', { 5: inf }, { 5: no }],
  ['14-softplus-beta5-float64', { 5: inf }, { 5: no }],
  ['14-surrogate-float64', {}, { 0: no, 1: no }],
  // e^−125 is below what float32 holds.
  ['14-surrogate-float32', { 2: 0, 3: 0 }, { 0: no, 1: no, 2: no, 3: no, 7: 0 }],
  ['14-surrogate-small-float32', { 0: 0, 1: 0 }, { 0: no, 1: no }],
];

describe('a formula in float32', () => {
  it.each(overflowing)('overflows where float32 code does: %s', async (name, A, dZ) => {
    const pass = await passOf(name);
    for (const [tensor, special] of [
      ['A1', A],
      ['dZ1', dZ],
    ] as const) {
      const right = expectedOf(name, tensor);
      const tolerance = name.endsWith('float32') ? 4e-6 : 1e-14;
      pass(tensor).forEach((found, j) => {
        const where = `${tensor}, example ${j}`;
        if (special[j] !== undefined) expect(found + 0, where).toBe(special[j]);
        else expect(Math.abs(found - right[j]!), where).toBeLessThanOrEqual(tolerance * Math.abs(right[j]!));
      });
    }
  });

  it('is no worse than its built-in twin where that is written with care', async () => {
    const pass = await passOf('14-builtin');
    expect(pass('A1').every(Number.isFinite)).toBe(true);
  });
});

describe('a slope that is NaN where the truth is finite', () => {
  it.each([
    ['28-a-steep', [no, 6.25, 1.7525929136277043]],
    ['28-b-tanh', [no, 0.9151369618266292, 0.9610429829661166]],
    // What overflows here is below the line only: the slope comes out as 0, and the truth is −3e-169.
    ['28-c-swish', [-0, 0.6477800103188828, 0.40066268814515016]],
    ['28-d-swish-near', [0.2600388126973482, 0.6477800103188828, 0.40066268814515016]],
  ])('is run as it is shown, in %s', async (name, dZ) => {
    const pass = await passOf(name);
    pass('dZ1').forEach((found, j) => {
      if (Number.isNaN(dZ[j]!)) expect(found).toBeNaN();
      else expect(Math.abs(found - dZ[j]!)).toBeLessThanOrEqual(1e-13 * Math.abs(dZ[j]!));
    });
  });
});
