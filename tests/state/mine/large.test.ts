import { expect, it, vi } from 'vitest';
import { record } from '../../../src/core/pass/record';
import { judge, mistakesIn, Room } from '../../../src/mine';
import { broughtOf, deep } from '../../mine/deep';
import { drawnCase } from '../../mine/drawn';

// Every pass counts as large here, so that what is done with large ones is seen on small ones.
vi.mock('../../../src/mine/pass', async (original) => {
  const { passOf, ...rest } = await original<typeof import('../../../src/mine/pass')>();
  return { ...rest, passOf: (model: never) => ({ ...passOf(model), numbers: Infinity }) };
});

/** A network of so many layers, and the gradients of its weights as somebody has them, in float32. */
function gradientsOf(layers: number, wrong?: string) {
  const model = deep(layers, 12);
  const { values } = record(model);
  const brought = broughtOf(
    model,
    (name) => name.startsWith('dW'),
    (name) => (name === wrong ? -1 : 1),
  );
  return { model, brought, numbers: values.reduce((sum, { matrix }) => sum + matrix.data.length, 0) };
}

/** How much is worked out for a report with room for a third of a pass, in passes. */
function worked(layers: number, wrong?: string) {
  const { model, brought, numbers } = gradientsOf(layers, wrong);
  let made = 0;
  const room = new Room((8 * numbers) / 3, (more) => {
    made += more;
    if (made > 200 * numbers) throw new Error('more than two hundred passes');
  });
  const mistakes = mistakesIn(judge(model, brought, undefined, room));
  return { passes: made / numbers, mistakes: mistakes.map(({ tensor, found }) => `${tensor} ${found?.id}`) };
}

it.each([4, 8, 16])('is judged in as many passes, however deep it is: %i layers', (layers) => {
  const { passes, mistakes } = worked(layers);
  expect(mistakes).toEqual([]);
  expect(passes).toBeLessThan(30);
});

it('has a mistake found in not many more', () => {
  const { passes, mistakes } = worked(16, 'dW8');
  expect(mistakes).toEqual(['dW8 sign']);
  expect(passes).toBeLessThan(80);
});

it('tells what a small one does: nothing of what is right, and where a mistake is', () => {
  let [planted, found] = [0, 0];
  for (let seed = 0; seed < 60; seed++)
    for (const mistakes of [0, 1]) {
      const drawn = drawnCase(seed, mistakes, ['course', 'rows']);
      if (!drawn) continue;
      const told = mistakesIn(judge(drawn.model, drawn.brought));
      if (drawn.made.length === 0) expect(told, `seed ${seed}`).toEqual([]);
      else {
        planted += 1;
        if (told.length > 0) found += 1;
      }
    }
  expect(planted).toBeGreaterThan(20);
  expect(found / planted).toBeGreaterThan(0.85);
});
