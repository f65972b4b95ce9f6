import { describe, expect, it } from 'vitest';
import { keepRuleNames } from '../../src/core/model/keep-rules';
import { setAllKeeps, setOutput, setRoute } from '../../src/state/choice/edits';
import type { CheckLine } from '../../src/view/checks/check-line';
import { checkedCase } from './checking';

const noted = (line: CheckLine | undefined): string => (line?.notes ?? []).join(' ');

describe('right values', () => {
  it.each([
    '01-right',
    '01-printed8',
    '01-printed8-f32',
    '04-right',
    '04-printed',
    '04-printed32',
    '05-right',
    '06-right',
    '08-right-all',
    '08-right-one',
    '09-right',
    '09-elu-right',
    '09-mixed-right',
    '11-right',
    '12-right',
    '15-pixels-float32',
    '16-float32',
    '16-float64',
    '16-wrong-float64',
    '18-right-bin',
    '18-right-cat',
    '18-right-mea',
    '21-right',
    '21-thirty',
  ])('of %s are green in every check', async (name) => {
    const { slopes, rules, expected } = await checkedCase(name);
    expect([slopes.verdict, rules.verdict, expected?.verdict]).toEqual(['passes', 'passes', 'passes']);
  });

  it('that float32 rounds away are red nowhere, and central differences say that they can tell nothing', async () => {
    const { slopes, rules, expected } = await checkedCase('15-right-and-sure');
    expect([slopes.verdict, rules.verdict, expected?.verdict]).toEqual([
      'nothing to check',
      'passes',
      'passes',
    ]);
    expect(noted(slopes)).toBe('No verdict on 2: float32 has rounded away what would be compared.');
  });
});

describe('the values of who asked', () => {
  it.each([
    ['01-theirs-all', 'dZ[1]', ['dZ[1] times 1/3, which is 1/m', 'dW[1] times 1/3', 'db[1] times 1/3']],
    ['01-theirs-grads', 'dW[1]', ['dW[1] times 1/3, which is 1/m', 'db[1] times 1/3']],
    ['05-dw2', 'dW[2]', ['all of dW[2] times 2']],
    ['05-both', 'dW[2]', ['2 tensors are off.', 'all of dW[2] times 2', 'all of db[1] times 4']],
    ['05-grads-only', 'dW[2]', ['all of dW[2] times 2', 'all of db[1] times 4']],
    ['05-doubled', 'dW[3]', ['6 tensors are off, each of them times 2.']],
    ['06-sums', 'dW[2]', ['4 tensors are off, each of them times 5, which is m.']],
    ['06-autograd', 'dA[2]', ['4 tensors are off, each of them times 1/5, which is 1/m.']],
    ['06-decay', 'J', ['3 tensors are off.', 'dW[2]', 'dW[1]']],
    ['08-theirs-all', 'dW[2]', []],
    ['08-theirs-one', 'dW[2]', []],
    ['09-theirs-sigma-of-a', 'dZ[2]', []],
    ['09-theirs-z-in-a', 'dZ[2]', []],
    ['09-elu-theirs', 'dZ[1]', []],
    ['09-mixed-theirs', 'dZ[1]', []],
    ['11-theirs', 'dZ[1]', []],
    ['12-swift', 'dZ[1]', []],
    ['12-torch26', 'dZ[1]', ['Z is −3 there, a kink of hard_swish']],
    ['18-theirs-bin', 'dZ[1]', []],
    ['18-theirs-cat', 'dZ[1]', []],
    ['18-theirs-mea', 'dZ[1]', []],
    ['21-zero-float32', 'dA[2]', []],
    ['21-zero-float64', 'dA[2]', []],
    ['21-sign-float32', 'dA[3]', ['each of them with the other sign']],
    ['21-sign-float64', 'dA[3]', ['each of them with the other sign']],
    ['21-ten-float64', 'dA[6]', ['24 tensors are off, each of them times −2.']],
    ['26-course-init-f32', 'dW[1]', ['times 1/6, which is 1/m']],
    ['26-smaller-f32', 'dW[1]', []],
    ['expected-wrong-but-green', 'dA[24]', ['97 tensors are off, each of them times −1000.']],
  ] as const)('of %s are red first at %s, and the rest of the pass is green', async (name, first, says) => {
    const { slopes, rules, expected } = await checkedCase(name);
    expect([slopes.verdict, rules.verdict, expected?.verdict]).toEqual(['passes', 'passes', 'fails']);
    const wrongCells = expected!.notes.filter((note) => note.includes('but the file expects'));
    expect(wrongCells[0]!.startsWith(first)).toBe(true);
    for (const words of says) expect(noted(expected)).toContain(words);
  });
});

describe('NaN and infinity', () => {
  it.each([
    ['15-large-init', '−∞ · 0 at dZ[3] (1, 1): A is exactly 0.'],
    ['15-bce-float32-A', '∞ · 0 at dZ[1] (1, 2): A is exactly 1.'],
    ['15-bce-float32-Z', '∞ · 0 at dZ[1] (1, 2): A is exactly 1.'],
    ['15-bce-float64-A', '∞ · 0 at dZ[1] (1, 2): A is exactly 1.'],
    ['15-bce-float64-Z', '∞ · 0 at dZ[1] (1, 2): A is exactly 1.'],
    ['27-relu', '∞ · 0 at dZ[2] (1, 1): A is exactly 1.'],
    ['27-nan-relu', '∞ · 0 at dZ[2] (1, 1): A is exactly 1.'],
    ['28-a-steep', '1 · NaN at dZ[1] (1, 1): g′(−30) is NaN.'],
  ])('of %s are green nowhere, and every check says where NaN is born, and of what', async (name, of) => {
    const { slopes, rules, expected } = await checkedCase(name);
    for (const line of [slopes, rules, ...(expected ? [expected] : [])]) {
      expect(line.verdict).toBe('fails');
      expect(noted(line)).toMatch(/NaN is born at step \d+, /);
      expect(noted(line)).toContain(of);
      expect(line.step).toBeDefined();
    }
  });

  it.each(['15-large-init-fused', '15-fused-float32', '15-fused-float64'])(
    'of %s come of two steps; the output at once gives what the file expects, of a J that is infinite',
    async (name) => {
      expect((await checkedCase(name, setOutput('two_steps'))).expected?.verdict).toBe('fails');
      const { slopes, rules, expected } = await checkedCase(name, setOutput('fused'));
      expect([slopes.verdict, rules.verdict, expected?.verdict]).toEqual([
        'nothing to check',
        'passes',
        'passes',
      ]);
      expect(noted(slopes)).toMatch(/∞ is born at step \d+, ln 0 at J: A\[\d\] \(1, \d\) is exactly/);
    },
  );
});

it.each(['28-b-tanh', '28-c-swish', '28-d-swish-near'])(
  'an own formula whose slope may be NaN where it is 0 is red with the place of its birth, or finite and right: %s',
  async (name) => {
    const { slopes, rules } = await checkedCase(name);
    const isBorn = noted(slopes).includes('NaN is born at step 5, ');
    const verdict = isBorn ? 'fails' : 'passes';
    expect([slopes.verdict, rules.verdict]).toEqual([verdict, verdict]);
    expect(noted(rules).includes('g′(')).toBe(isBorn);
  },
);

describe('what is right and looks wrong', () => {
  it.each(['false-alarm-elu', 'false-alarm-leaky', 'false-alarm-m1'])('is green: %s', async (name) => {
    const { slopes, rules } = await checkedCase(name);
    expect([slopes.verdict, rules.verdict]).toEqual(['passes', 'passes']);
  });

  it.each(keepRuleNames)(
    'is a saturated sigmoid under binary cross entropy where %s is kept, in both precisions',
    async (keep) => {
      for (const name of ['bce-sat-float32', 'bce-sat-float64', '15-pixels-float32']) {
        const { slopes, rules } = await checkedCase(name, setAllKeeps(keep));
        expect(rules.verdict).toBe('passes');
        expect(slopes.verdict).toBe(name === 'bce-sat-float64' ? 'nothing to check' : 'passes');
      }
    },
  );
});

it('g′ by the stable form is called off where it is: binary cross entropy cancels the rounding of A, and it does not', async () => {
  const { rules } = await checkedCase('bce-sat-float32', setRoute(1, 'Z_stable'));
  expect(rules.verdict).toBe('fails');
  expect(noted(rules)).toMatch(
    /^dZ\[1\] \(1, \d\): 0\.\d+ in this pass, but (1|0\.99+\d*) in an untouched one/,
  );
});
