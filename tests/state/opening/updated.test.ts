import { describe, expect, it } from 'vitest';
import { writeModelFile } from '../../../src/formats/model/write-model-file';
import { mistakesIn } from '../../../src/mine';
import { selectBrought } from '../../../src/state/mine/brought';
import { reportOn } from '../../../src/state/mine/report-on';
import { createStore } from '../../../src/state/store';
import { drawnNet, modelOf } from '../../mine/drawn';
import { passOf, type Rows, T, zip } from '../../mine/student';

const saved = 'were saved after their update';

/** A drawn pass with all that a student has of it, its parameters after an update at a rate. */
function savedAfterUpdate(seed: number, alpha: number) {
  const { net, pick } = drawnNet(seed);
  const tensors = passOf(net, new Map(), pick)!.tensors;
  const updated = Object.entries(net.parameters).map(([name, rows]): [string, Rows] => [
    name,
    zip(rows, tensors[`d${name}`]!, (w, d) => w - alpha * d),
  ]);
  const arrays: Readonly<Record<string, Rows>> = {
    ...{ X: net.X, Y: net.Y, ...tensors },
    ...Object.fromEntries(updated),
  };
  return { net, arrays };
}

/** What is said once arrays are opened, beside the model that they are of or alone. */
async function opened(arrays: Readonly<Record<string, Rows>>, model?: ReturnType<typeof modelOf>) {
  const { getState } = createStore();
  if (model) await getState().open(new File(writeModelFile(model, 'drawn'), 'model.json'));
  await getState().open(new File([JSON.stringify(arrays)], 'mine.json'));
  const state = getState();
  const brought = selectBrought(state)!;
  const wrong = mistakesIn(reportOn(state.choice, brought.tensors)).map(({ tensor }) => tensor);
  return { remarks: brought.remarks.join(' '), wrong, parameters: state.choice.data };
}

describe('parameters that were saved after their update', () => {
  it('are taken back, and told of: the pass was made of what they were before', async () => {
    for (let seed = 0; seed < 12; seed++) {
      const alpha = [0.5, 0.0075, 1.2][seed % 3]!;
      const { net, arrays } = savedAfterUpdate(seed, alpha);
      const beside = await opened(arrays, modelOf(net));
      expect([seed, beside.wrong, beside.remarks]).toEqual([seed, [], expect.stringContaining(saved)]);
      expect(beside.remarks).toContain(`${alpha} · dW`);
    }
  });

  it('are so too where the arrays are a network by themselves, in rows as well', async () => {
    const { net, arrays } = savedAfterUpdate(3, 0.3);
    const alone = await opened(arrays);
    expect([alone.wrong, alone.remarks]).toEqual([[], expect.stringContaining(saved)]);
    const rows = Object.fromEntries(
      Object.entries(arrays).map(([name, array]) => [name, name === 'cost' ? array : T(array)]),
    );
    const turned = await opened(rows, modelOf(net));
    expect([turned.wrong, turned.remarks]).toEqual([[], expect.stringContaining(saved)]);
  });

  it('are not suspected where they are those of the pass, or of nobody', async () => {
    for (let seed = 0; seed < 12; seed++) {
      const { net, arrays } = savedAfterUpdate(seed, 0);
      expect((await opened(arrays, modelOf(net))).remarks).not.toContain(saved);
      const others = {
        ...arrays,
        W1: arrays.W1!.map((row, i) => row.map((w, j) => w + 0.1 * (i - j) + 0.05)),
      };
      expect((await opened(others, modelOf(net))).remarks).not.toContain(saved);
    }
  });
});
