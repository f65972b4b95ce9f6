import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/compare/alignment';
import { checkpointReference, planOf, plans } from '../../src/compare/plans';
import { activationNames } from '../../src/core/activations';
import { record } from '../../src/core/pass/record';
import { sameStep, type Trace } from '../../src/core/pass/trace';
import { firstChoice } from '../../src/state/choice/choice';
import { setActivation } from '../../src/state/choice/edits';
import { modelOf } from '../../src/state/choice/model-of';
import { part } from '../extent';

const references = [...Object.keys(plans), ...[1, 2, 3].map(checkpointReference)];

const lanes = fc
  .tuple(
    fc.constantFrom(...activationNames),
    fc.array(fc.constantFrom(...references), { minLength: 2, maxLength: 4 }),
  )
  .map(([activation, chosen]) => {
    const model = modelOf(setActivation(1, activation)(firstChoice));
    return chosen.map((reference) => record(planOf(reference).apply(model)));
  });

/** The steps that a lane is at, one for each aligned step at which it does not wait. */
const walked = (traces: readonly Trace[], lane: number) =>
  align(traces).flatMap(({ id, done, waiting }) => (waiting[lane] ? [] : [{ id, step: done[lane]! }]));

describe('steps laid along each other', () => {
  it('have each step of each lane once, in its order, and say of each what it does', () => {
    fc.assert(
      fc.property(lanes, (traces) => {
        traces.forEach(({ steps }, lane) => {
          const way = walked(traces, lane);
          expect(way.map(({ step }) => step)).toEqual(steps.map(({ index }) => index));
          expect(way.every(({ id, step }) => sameStep(id, steps[step - 1]!))).toBe(true);
        });
      }),
      { numRuns: part(60) },
    );
  });

  it('have a lane wait for what it has not itself, and for nothing else', () => {
    fc.assert(
      fc.property(lanes, (traces) => {
        const aligned = align(traces);
        aligned.forEach(({ id, waiting }, i) => {
          traces.forEach(({ steps }, lane) => {
            if (waiting[lane] && id.phase !== 'recompute')
              expect(steps.some((step) => sameStep(step, id))).toBe(false);
          });
          // A lane waits where its own next step is another one, and only there.
          waiting.forEach((waits, lane) => {
            const next = traces[lane]!.steps[aligned[i - 1]?.done[lane] ?? 0];
            expect(waits).toBe(!next || !sameStep(next, id));
          });
        });
      }),
      { numRuns: part(60) },
    );
  });

  it('meet again after the output where one lane begins in two steps and another at once', () => {
    for (const order of [
      ['fused', 'two_steps'],
      ['two_steps', 'fused', 'none'],
    ]) {
      const traces = order.map((reference) => record(planOf(reference).apply(modelOf(firstChoice))));
      const steps = align(traces).map(({ id, waiting }) => ({
        ...id,
        waits: waiting.filter(Boolean).length,
      }));
      const from = steps.findIndex(({ op }) => op === 'weights');
      const apart = steps.filter(({ waits, phase }, i) => waits > 0 && phase !== 'recompute' && i < from);
      expect(apart.map(({ op }) => op).sort()).toEqual(['activation', 'cost_gradient', 'output']);
      expect(steps.slice(from).every(({ waits, phase }) => waits === 0 || phase === 'recompute')).toBe(true);
    }
  });

  it('are those of the run itself where all lanes have one rule', () => {
    for (const reference of references) {
      const run = () => record(planOf(reference).apply(modelOf(firstChoice)));
      const aligned = align([run(), run(), run()]);
      expect(aligned.length).toBe(run().steps.length);
      expect(aligned.some(({ waiting }) => waiting.includes(true))).toBe(false);
    }
  });
});
