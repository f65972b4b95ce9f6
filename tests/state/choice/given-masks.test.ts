import { describe, expect, it } from 'vitest';
import { record } from '../../../src/core/pass/record';
import { packLink } from '../../../src/formats/link';
import { readLink } from '../../../src/state/address/shared-link';
import { firstChoice, storedChoice } from '../../../src/state/choice/choice';
import {
  addLayer,
  type Edit,
  setData,
  setDropout,
  setExamples,
  setKeep,
  setUnits,
} from '../../../src/state/choice/edits';
import { modelOf } from '../../../src/state/choice/model-of';
import { createStore } from '../../../src/state/store';

const ones = (rows: number, cols: number) =>
  Array.from({ length: rows }, () => Array.from({ length: cols }, () => 1));

const given = setDropout(1, { keep_prob: 0.8, keep: 'mask', seed: 1, D: ones(4, 8) });

/** A store whose layer 1 has a given D, after some edits. */
function storeWith(...edits: Edit[]) {
  const store = createStore();
  for (const edit of [given, ...edits]) store.getState().edit(edit);
  return store.getState();
}

describe('a D that was given', () => {
  it('stays as long as it fits, and nothing is said', () => {
    for (const edit of [setKeep(1, 'A'), setData('moons'), setUnits(2, 5), addLayer]) {
      const { choice, notice } = storeWith(edit);
      expect(choice.layers[0]!.dropout!.D).toEqual(ones(4, 8));
      expect(notice).toBeUndefined();
    }
  });

  it('is let go with a sentence where units or examples are others, and drawn from its seed', () => {
    const cases: readonly (readonly [Edit, string])[] = [
      [setUnits(1, 6), '6 by 8'],
      [setExamples(5), '4 by 5'],
    ];
    for (const [edit, size] of cases) {
      const { choice, notice } = storeWith(edit);
      expect(notice).toBe(
        `D[1] was given as 4 by 8, and layer 1 needs ${size} now: it is drawn from its seed. Undo brings it back.`,
      );
      expect('D' in choice.layers[0]!.dropout!).toBe(false);
      expect(record(modelOf(choice)).buffers.get('D1')!.data).toContain(0);
    }
  });

  it('is let go with a sentence where a link brings one that does not fit', () => {
    const stored = storedChoice({ ...given(firstChoice), data: { set: 'flowers', m: 5 } });
    const { choice, remark } = readLink(`#${packLink(stored)}`);
    expect(remark).toBe('D[1] was given as 4 by 8, and layer 1 needs 4 by 5: it is drawn from its seed.');
    expect(choice.layers[0]!.dropout).toEqual({ keep_prob: 0.8, keep: 'mask', seed: 1 });
    const fits = readLink(`#${packLink(storedChoice(given(firstChoice)))}`);
    expect(fits.remark).toBeUndefined();
    expect(fits.choice.layers[0]!.dropout!.D).toEqual(ones(4, 8));
  });

  it('is the layer’s own: one that is added like it draws its D', () => {
    const hidden = { ...firstChoice, layers: [firstChoice.layers[0]!, firstChoice.layers.at(-1)!] };
    const { layers } = addLayer(given(hidden));
    expect(layers[1]!.dropout).toEqual({ keep_prob: 0.8, keep: 'mask', seed: 1 });
    expect(layers[0]!.dropout!.D).toEqual(ones(4, 8));
  });
});
