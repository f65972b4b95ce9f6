import { describe, expect, it } from 'vitest';
import { conventionName, mistakesIn } from '../../src/mine';
import { selectBrought } from '../../src/state/mine/brought';
import { reportOn } from '../../src/state/mine/report-on';
import { openCases } from '../cases/opened';

/** What is told of the arrays of a case, once it is opened after another. */
async function toldOf(...names: readonly string[]) {
  const state = await openCases(...names);
  const brought = selectBrought(state);
  if (!brought) throw new Error(`${names.at(-1)} brought nothing: ${state.notice}`);
  const report = reportOn(state.choice, brought.tensors);
  return {
    report,
    brought,
    mistakes: mistakesIn(report).map(({ tensor, found }) => `${tensor} ${found?.id ?? 'unknown'}`),
  };
}

const right = [
  ...['01-right', '01-printed8', '01-printed8-f32', '03-right', '04-right', '04-printed', '04-printed32'],
  ...['05-right', '06-right', '08-right-all', '08-right-one', '09-right', '09-elu-right', '09-mixed-right'],
  ...['04-nokeepdims', '25-act-case', '25-expect', '25-names-AL', '25-names-J', '25-names-dX', '25-y-flat'],
  ...['24-own-trace', '25-no-precision', '25-names-mask', '25-extra-caches', '25-extra-kept'],
];

/** Cases with somebody's mistakes, and what is told of them. */
const wrong: Readonly<Record<string, readonly string[]>> = {
  '01-theirs-all': ['dZ1 mean-too-early'],
  '01-theirs-grads': ['dW1 mean-too-early'],
  '04-axis0': ['db1 other-axis'],
  '04-scalar': ['db1 total'],
  '05-dw2': ['dW2 factor'],
  '05-both': ['dW2 factor', 'db1 factor'],
  '05-grads-only': ['dW2 factor', 'db1 factor'],
  '08-theirs-all': ['dW2 dA-for-dZ'],
  '09-theirs-sigma-of-a': ['dZ2 A-for-Z', 'dZ1 A-for-Z'],
  '05-doubled': ['dW3 factor'],
  '06-decay': ['cost regularised', 'dW2 regularised', 'dW1 regularised'],
  '08-theirs-one': ['dW2 dA-for-dZ'],
  '09-elu-theirs': ['dZ1 A-for-Z'],
  '09-mixed-theirs': ['dZ1 other-slope'],
  '09-theirs-z-in-a': ['dZ2 Z-for-A'],
  '18-theirs-bin': ['dZ1 softmax-diagonal'],
  '25-key-grads': ['dZ1 mean-too-early'],
  '25-key-expected_values': ['dZ1 mean-too-early'],
};

describe('the arrays of', () => {
  it.each(right)('%s have no mistake', async (name) => {
    const { mistakes } = await toldOf(`${name}.json`);
    expect(mistakes).toEqual([]);
  });

  it.each(Object.entries(wrong))('%s are told what it is', async (name, told) => {
    expect((await toldOf(`${name}.json`)).mistakes).toEqual(told);
  });

  it('06-autograd are gradients of the mean, and 06-sums those of a sum: neither is a mistake', async () => {
    const autograd = await toldOf('06-autograd.json');
    expect([conventionName(autograd.report.convention), autograd.mistakes]).toEqual([
      'gradients-of-the-mean',
      [],
    ]);
    const sums = await toldOf('06-sums.json');
    expect([sums.report.convention.cost, sums.mistakes]).toEqual(['sum', []]);
  });

  it.each(['24-grads.npz', '24-dict.json'])('%s alone are a whole network, and right', async (name) => {
    const { brought, mistakes } = await toldOf(name);
    expect(brought.data).toContain('W1');
    expect(mistakes).toEqual([]);
  });

  it.each(['24-dW1.csv', '24-printed.txt'])('%s are held against the model that is open', async (name) => {
    const { brought, mistakes } = await toldOf('25-none.json', name);
    expect([...brought.tensors.keys()]).toContain('dW1');
    expect(mistakes).toEqual([]);
  });
});
