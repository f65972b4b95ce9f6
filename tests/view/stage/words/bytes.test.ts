import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameAt } from '../../../../src/core/pass/frames/frame';
import { record } from '../../../../src/core/pass/record';
import type { Trace } from '../../../../src/core/pass/trace';
import { firstChoice } from '../../../../src/state/choice/choice';
import { type Edit, setAllKeeps, setBatchNorm } from '../../../../src/state/choice/edits';
import { modelOf } from '../../../../src/state/choice/model-of';
import { slotTags } from '../../../../src/view/stage/words/bytes';
import { placeInWords } from '../../../../src/view/stage/words/place-words';
import { remarksOf } from '../../../../src/view/stage/words/remark';
import { anyNetwork } from '../../../core/models';

const keeping = (keep: 'Z' | 'A' | 'ZA' | 'none', also: Edit = (choice) => choice) =>
  record(modelOf(also(setAllKeeps(keep)(firstChoice))));

const tagsAt = (trace: Trace, index: number, key: string) =>
  slotTags(frameAt(trace, index).places.get(key)!, trace, index);

const remarksAt = (trace: Trace, index: number, ...keys: string[]) =>
  remarksOf(frameAt(trace, index), trace, keys);

describe('what is written over a slot', () => {
  it('says its bytes or why it counts nothing, at every step, and adds up to what is held', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const trace = record(model);
        for (const { index, cacheBytes } of trace.steps) {
          const places = Array.from(frameAt(trace, index).places.values()).filter(({ slot }) => slot);
          let sum = 0;
          for (const place of places) {
            const stands = place.state !== 'empty' && place.freedAt === undefined;
            const [tag = ''] = slotTags(place, trace, index);
            expect(tag !== '', `${place.tensor} at ${index}: ${tag}`).toBe(
              stands || place.freedAt === index || (place.state === 'unread' && place.freedAt !== undefined),
            );
            if (stands && /^[\d,.]+ B$/.test(tag)) sum += Number(tag.replace(/\D/g, ''));
          }
          if (cacheBytes < 10_000) expect(sum).toBe(cacheBytes);
        }
      }),
    );
  });

  it('is whose it is, that the same buffer is counted elsewhere, or what was freed', () => {
    const trace = keeping('A');
    expect(tagsAt(trace, 7, 'cache:1.linear.A_prev')[0]).toBe('X: not counted');
    expect(tagsAt(trace, 7, 'cache:1.linear.W')).toEqual(['not counted', '0 B']);
    expect(tagsAt(trace, 7, 'cache:1.activation.A')).toEqual(['128 B']);
    expect(tagsAt(trace, 7, 'cache:2.linear.A_prev')[0]).toBe('same buffer: 0 B');
    expect(tagsAt(keeping('Z'), 17, 'cache:1.activation.Z')[0]).toBe('128 B freed');
  });

  it('is that what was not kept was computed again, where it is read', () => {
    const trace = keeping('none');
    const { index } = trace.steps.find(
      ({ phase, layer, op }) => phase === 'backward' && layer === 1 && op === 'activation',
    )!;
    expect(tagsAt(trace, index, 'cache:1.activation.Z')[0]).toBe(`computed again at step ${index - 1}`);
  });

  it('calls nothing never read before it is let go', () => {
    const trace = keeping('ZA');
    const unread = 'cache:1.activation.Z';
    for (const { index } of trace.steps) {
      const place = frameAt(trace, index).places.get(unread)!;
      const words = `${slotTags(place, trace, index)} ${remarksAt(trace, index, unread)} ${placeInWords(place, place.value.matrix)}`;
      expect(words.includes('never read'), `at step ${index}: ${words}`).toBe(place.freedAt !== undefined);
    }
  });
});

describe('what is said beside the title of a cache', () => {
  it('asks of an activation_cache whether it will be read, until it is', () => {
    const trace = keeping('Z');
    const of = (index: number) => remarksAt(trace, index, 'cache:1.activation.Z')[0];
    expect([1, 2, 16, 17, 18].map(of)).toEqual([
      '',
      '128 B: will it be read?',
      '128 B: will it be read?',
      'read now, freed',
      'freed at step 17',
    ]);
  });

  it('is the bytes of a linear_cache, and what in it is the caller’s', () => {
    const trace = keeping('Z');
    const linear = (l: number) => ['A_prev', 'W', 'b'].map((slot) => `cache:${l}.linear.${slot}`);
    expect(remarksAt(trace, 7, ...linear(1))[0]).toBe('not counted: X, W and b');
    expect(remarksAt(trace, 7, ...linear(2))[0]).toBe('128 B; W and b not counted');
    expect(remarksAt(trace, 19, ...linear(2))[0]).toBe('b never read');
    const normed = keeping('Z', setBatchNorm(1, { epsilon: 1e-5, keep: 'normalised' }));
    const norm = ['gamma', 'Znorm', 'inv_std'].map((slot) => `cache:1.batch_norm.${slot}`);
    expect(remarksAt(normed, 8, ...norm)[0]).toBe('144 B; gamma not counted');
  });

  it('is that nothing is kept', () => {
    expect(remarksAt(keeping('none'), 7)[0]).toBe('keeps nothing');
  });
});
