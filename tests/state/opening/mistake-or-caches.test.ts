import { describe, expect, it } from 'vitest';
import { writeModelFile } from '../../../src/formats/model/write-model-file';
import { mistakesIn } from '../../../src/mine';
import { selectBrought } from '../../../src/state/mine/brought';
import { reportOn } from '../../../src/state/mine/report-on';
import { createStore } from '../../../src/state/store';
import { part } from '../../extent';
import { drawnNet, modelOf } from '../../mine/drawn';
import { passOf } from '../../mine/student';

/** What is told of a drawn pass with one mistake, both opened as files one after the other. */
async function toldOf(seed: number, cause: string, tensorOf: (layers: number) => string) {
  const { net, pick } = drawnNet(seed);
  const tensor = tensorOf(net.activations.length);
  const pass = passOf(net, new Map([[tensor, cause]]), pick);
  if (!pass) return undefined;
  const { getState } = createStore();
  await getState().open(new File(writeModelFile(modelOf(net), 'drawn'), 'model.json'));
  await getState().open(new File([JSON.stringify(pass.tensors)], 'mine.json'));
  const state = getState();
  const report = reportOn(state.choice, selectBrought(state)!.tensors);
  return { tensor, told: mistakesIn(report).map((row) => row.tensor) };
}

describe('a tensor of the way forward from which all gradients follow', () => {
  it.each([
    ['other-activation A', (layers: number) => `A${layers}`],
    ['softmax-axis A', (layers: number) => `A${layers}`],
    ['no-bias Z', (layers: number) => `Z${layers}`],
    ['other-activation A', () => 'A1'],
  ])('is a mistake, and not the cache of a test, where others are right: %s', async (cause, tensorOf) => {
    let tried = 0;
    for (let seed = 0; seed < part(120); seed++) {
      const drawn = await toldOf(seed, cause, tensorOf);
      if (!drawn) continue;
      expect(drawn.told, `seed ${seed}`).toEqual([drawn.tensor]);
      tried++;
    }
    expect(tried).toBeGreaterThan(part(5));
  });
});
