import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record } from '../../src/core/pass/record';
import { limits } from '../../src/formats/limits';
import { packLink } from '../../src/formats/link';
import { workOf } from '../../src/formats/work';
import { readLink } from '../../src/state/address/shared-link';
import { type Choice, firstChoice, sizesOfChoice, storedChoice } from '../../src/state/choice/choice';
import { setBatchNorm, setDropout, setFormula } from '../../src/state/choice/edits';
import { defineFormulas } from '../../src/state/choice/formulas';
import { modelOf } from '../../src/state/choice/model-of';
import { openFile } from '../../src/state/opening';
import { nothing } from '../../src/state/opening/expectations';
import { part } from '../extent';
import { anyChange, changed, placesIn } from '../formats/changes';
import { anyFile } from '../formats/files';
import { hostileFormula } from '../formats/formula/hostile-formulas';

/** The most work that a pass within all limits can be. */
const MOST_WORK = limits.work + 40 * (limits.numbers + 3 * limits.parameters) + 200 * limits.formulaWork;

/** A pass that is run here; what is larger is a thread's, and can be stopped. */
const RUN = 500_000;

type Outcome = { readonly sentence: string } | { readonly choice: Choice };

/** Whether it is a model within the budget of work, or a sentence: nothing else may come of what is opened. */
function ends(outcome: Outcome): 'model' | 'sentence' {
  if ('sentence' in outcome) {
    expect(outcome.sentence).toMatch(/^\S.*\.$/s);
    return 'sentence';
  }
  const { choice } = outcome;
  const work = workOf(choice.layers, sizesOfChoice(choice));
  expect(work).toBeLessThanOrEqual(MOST_WORK);
  if (work < RUN) record(modelOf(choice));
  return 'model';
}

async function opened(text: string): Promise<'model' | 'sentence'> {
  const now = { choice: firstChoice, position: 'start', expected: nothing, mine: undefined } as const;
  const elsewhere = async () => ({ ok: false, sentence: 'It is opened in a thread.' }) as const;
  const read = await openFile(new File([text], 'any.json'), now, {}, elsewhere);
  return ends(read.ok ? read.value : read);
}

async function followed(hash: string): Promise<'model' | 'sentence'> {
  const { choice, notice } = readLink(hash);
  const sentence = notice ?? (await defineFormulas(choice));
  return ends(sentence === undefined ? { choice } : { sentence });
}

/** Numbers that ask for much. */
const hugeNumber = fc.constantFrom(65_536, 65_537, 4096, 4097, 2 ** 31 - 1, 2 ** 53, 1e308, 64, 0, -1, 0.5);

/** What may happen to a text on its way, or be done to it on purpose. */
const anyDamage: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.tuple(fc.nat(), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })).map(
    ([at, character]) =>
      (text: string) =>
        text.slice(0, at % text.length) + character + text.slice((at % text.length) + 1),
  ),
  fc.nat().map((end) => (text: string) => text.slice(0, end % text.length)),
  fc.tuple(fc.nat(), fc.nat(500)).map(([at, length]) => (text: string) => {
    const from = at % text.length;
    return text.slice(0, from + length) + text.slice(from);
  }),
  fc.tuple(fc.nat(), hugeNumber).map(([at, huge]) => (text: string) => {
    const numbers = [...text.matchAll(/(?<=[:,[])\d+/g)];
    const one = numbers[at % Math.max(1, numbers.length)];
    return one ? text.slice(0, one.index) + huge + text.slice(one.index + one[0].length) : text;
  }),
);

const withFormula = (text: string): Choice =>
  setDropout(2, { keep_prob: 0.5, keep: 'mask', seed: 1 })(
    setBatchNorm(1, { epsilon: 1e-5, keep: 'normalised' })(
      setFormula(1, 'mine', { formula: text })(firstChoice),
    ),
  );

const anyChoice: fc.Arbitrary<Choice> = fc.oneof(
  fc.constant(firstChoice),
  hostileFormula.map(withFormula),
  fc.tuple(hugeNumber, hugeNumber, hostileFormula).map(([units, m, text]) => {
    const [first, ...rest] = withFormula(text).layers;
    return { ...firstChoice, layers: [{ ...first!, units }, ...rest], data: { set: 'moons', m } } as Choice;
  }),
);

describe('whatever is opened or followed ends in a model within the budget, or in a sentence', () => {
  it('a model file that is damaged anywhere, or asks for much', async () => {
    const outcomes = { model: 0, sentence: 0 };
    await fc.assert(
      fc.asyncProperty(
        anyFile,
        hostileFormula,
        fc.boolean(),
        anyDamage,
        async (file, formula, has, damage) => {
          const [first, ...rest] = file.layers as object[];
          const layers = has
            ? [{ ...first, activation: { name: 'mine', formula }, alpha: undefined }, ...rest]
            : file.layers;
          outcomes[await opened(damage(JSON.stringify({ ...file, version: 2, layers })))]++;
        },
      ),
      { numRuns: part(150) },
    );
    expect(outcomes.model).toBeGreaterThan(part(5));
    expect(outcomes.sentence).toBeGreaterThan(part(5));
  });

  it('a link that is damaged on its way', async () => {
    await fc.assert(
      fc.asyncProperty(anyChoice, anyDamage, async (choice, damage) => {
        await followed(damage(`#${packLink(storedChoice(choice))}`));
      }),
      { numRuns: part(100) },
    );
  });

  it('a link that somebody packed with anything at all changed in its model', async () => {
    const outcomes = { model: 0, sentence: 0 };
    await fc.assert(
      fc.asyncProperty(anyChoice, fc.nat(), anyChange, async (choice, at, change) => {
        const stored = storedChoice(choice) as unknown as Record<string, unknown>;
        const places = placesIn(stored);
        const json = JSON.stringify(changed(stored, places[at % places.length]!, change));
        const link = packLink(JSON.parse(json));
        outcomes[await followed(`#${link}`)]++;
      }),
      { numRuns: part(150) },
    );
    expect(outcomes.model).toBeGreaterThan(part(5));
    expect(outcomes.sentence).toBeGreaterThan(part(5));
  });

  it('a link that is as long as it may be and unpacks to as much as it can', async () => {
    const bomb = packLink({
      ...storedChoice(firstChoice),
      init: { scheme: 'he', seed: ' '.repeat(1_000_000) },
    });
    expect(await followed(`#${bomb}`)).toBe('sentence');
  });
});
