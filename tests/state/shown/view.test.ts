import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkpointReference, planOf, plans } from '../../../src/compare/plans';
import { record } from '../../../src/core/pass/record';
import { firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { opening, readView, type Shown, writeView } from '../../../src/state/shown/view';

const references = [...Object.keys(plans), ...[1, 4, 64].map(checkpointReference)];

const shown: fc.Arbitrary<Shown> = fc.oneof(
  fc.constant(opening),
  fc
    .record({
      plans: fc.array(fc.constantFrom(...references), { minLength: 2, maxLength: 4 }),
      difference: fc.constantFrom(undefined, 'dZ1', 'A12'),
    })
    .map((comparing): Shown => ({ ...opening, view: 'compare', comparing })),
  fc
    .record({ activation: fc.constantFrom('relu', 'hard_swish'), layer: fc.integer({ min: 1, max: 64 }) })
    .map((exploring): Shown => ({ ...opening, view: 'activations', exploring })),
  fc.constant<Shown>({ ...opening, view: 'activations' }),
);

describe('a view in a link', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(shown, (view) => {
        expect(readView(writeView(view))).toEqual(view);
      }),
    );
  });

  it('is nothing for the view that the page opens on', () => {
    expect(writeView(opening)).toBe('');
    expect(readView()).toEqual(opening);
  });

  it('is the first view where it makes no sense, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['step', 'compare', 'activations']).toContain(readView(text).view);
      }),
    );
    for (const text of [
      'compare.<script>',
      'compare.Z.A~<b>',
      'compare.Z.A~dZ1~dZ2',
      'Compare.Z.A',
      '__proto__',
    ])
      expect(readView(text)).toEqual(opening);
  });

  it('has lanes that are there, whatever their names are', () => {
    const { comparing } = readView('compare.__proto__.checkpoint-0.constructor.toString');
    const model = modelOf(firstChoice);
    for (const lane of comparing.plans)
      expect(record(planOf(lane).apply(model)).steps).toEqual(record(planOf('Z').apply(model)).steps);
  });

  it('has two to four lanes, whatever it says', () => {
    expect(readView('compare.Z').comparing.plans).toEqual(opening.comparing.plans);
    expect(readView('compare.Z.A.ZA.mask.slope').comparing.plans).toEqual(['Z', 'A', 'ZA', 'mask']);
  });
});
