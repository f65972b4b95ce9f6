import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { activationOf, isDefined } from '../../../src/core/activations';
import { setFormula, setKeep } from '../../../src/state/choice/edits';
import { defineFormula } from '../../../src/state/choice/formulas';
import { loadReader } from '../../../src/state/choice/load-reader';
import { selectMemoryLines, selectTrace } from '../../../src/state/selectors';
import { createStore } from '../../../src/state/store';

const store = createStore();
const { edit } = store.getState();
const layer = () => store.getState().choice.layers[0]!;

/** Writes a formula into layer 1, and has all of the pass be worked out that the page shows. */
async function write(formula: string): Promise<WeakRef<object>[]> {
  const own = { formula };
  await defineFormula(own);
  edit(setFormula(1, 'mine', own));
  expect(selectTrace(store.getState()).model.layers[0]).toMatchObject({ own });
  selectMemoryLines(store.getState());
  return [new WeakRef(own), new WeakRef(activationOf({ activation: 'mine', own }))];
}

it('a formula is held by the layers that have it alone: of a hundred edits the last few are left', async () => {
  const written: WeakRef<object>[] = [];
  for (let i = 0; i < 100; i++) written.push(...(await write(`z + ${i}`)));
  await wait(10);
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  expect(written.at(-1)!.deref()).toBe(activationOf(layer()));
  expect(written.filter((each) => each.deref()).length).toBeLessThan(10);
}, 60_000);

it('a formula keeps its meaning where its layer is edited, and that edit is checked', async () => {
  await loadReader();
  await write('z * tanh(z)');
  edit(setKeep(1, 'none'));
  expect(layer()).toMatchObject({ keep: 'none', own: { formula: 'z * tanh(z)' } });
  expect(isDefined(layer().own!)).toBe(true);
});
