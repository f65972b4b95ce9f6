import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { activationNames, activationOf } from '../../src/core/activations';
import { keepRuleNames } from '../../src/core/model/keep-rules';
import { slotKey, type Trace } from '../../src/core/pass/trace';
import { lessons } from '../../src/lessons';
import { lessonNames } from '../../src/lessons/names';
import type { Network } from '../../src/lessons/network';
import { judge, type Question, type ReadsQuestion, rightAnswer } from '../../src/lessons/questions';
import type { Seen } from '../../src/lessons/seen';
import { defineFormula } from '../../src/state/choice/formulas';
import { part } from '../extent';
import { play } from './student';

/** Activations that can stand in a hidden layer, whatever the loss: softmax mixes cells, and can too. */
const hidden = activationNames;

/** A formula of a student's own, with an output that has two slopes. */
const written = { formula: 'z * tanh(z)' };

beforeAll(() => defineFormula(written));

/** Another activation and another keep rule for every layer but the last, which keeps what fits its loss. */
const changes = fc.array(
  fc.record({
    activation: fc.constantFrom(...hidden),
    own: fc.option(fc.constant(written), { nil: undefined }),
    keep: fc.constantFrom(...keepRuleNames),
  }),
  { minLength: 16, maxLength: 16 },
);

const changed =
  (to: readonly Pick<Network['layers'][number], 'activation' | 'own' | 'keep'>[]) =>
  (network: Network): Network => ({
    ...network,
    layers: network.layers.map((layer, i) => {
      const { activation, own, keep } = to[i]!;
      if (i === network.layers.length - 1) return { ...layer, keep, route: undefined };
      const named = own ? { activation: 'mine', own } : { activation, own };
      return { ...layer, ...named, alpha: activationOf(named).alpha ?? 0, keep, route: undefined };
    }),
  });

/** What a step and what is computed again for it read out of slots that were filled before, found by going through the log. */
function readBeforehand({ steps }: Trace, makes: string): Set<string> {
  const end = steps.findIndex((s) => s.phase !== 'recompute' && s.writes.some(({ name }) => name === makes));
  let begin = end;
  while (begin > 0 && steps[begin - 1]!.phase === 'recompute') begin--;
  const filled = new Set<string>();
  for (const { cache } of steps.slice(0, begin))
    for (const event of cache) {
      if (event.kind === 'save') filled.add(slotKey(event));
      if (event.kind === 'free') filled.delete(slotKey(event));
    }
  const read = steps
    .slice(begin, end + 1)
    .flatMap(({ cache }) => cache.filter(({ kind }) => kind === 'read'));
  return new Set(read.map(slotKey).filter((key) => filled.has(key)));
}

function holdToRecord(question: Question, seen: Seen): void {
  const right = rightAnswer(question, seen);
  expect(judge(question, right, seen).isRight).toBe(true);
  if (question.kind === 'reads') holdReads(question, right, seen);
  if (question.kind === 'choice') {
    const options = question.options(seen);
    expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
    if (!question.many) expect(right).toHaveLength(1);
    for (const { id } of options) {
      const other = question.many
        ? right.includes(id)
          ? right.filter((each) => each !== id)
          : [...right, id]
        : [id];
      expect(judge(question, other, seen).isRight).toBe(!question.many && right.includes(id));
    }
  }
  if (question.kind === 'number' && question.right(seen) !== undefined)
    expect(judge(question, [String(2 * Number(right[0]) + 977)], seen).isRight).toBe(false);
}

function holdReads({ makes }: ReadsQuestion, right: readonly string[], seen: Seen): void {
  expect(new Set(right)).toEqual(readBeforehand(seen.trace, makes));
  for (const key of right) {
    const judgement = judge(
      { kind: 'reads', makes },
      right.filter((other) => other !== key),
      seen,
    );
    expect(judgement.notes.find(({ of }) => of === key)?.mark).toBe('missed');
  }
}

describe.each(lessonNames)('the lesson %s', (name) => {
  it('accepts what the record of any other network says', () => {
    fc.assert(
      fc.property(changes, (to) => {
        for (const { beat, seen } of play(lessons[name], changed(to))) {
          if (!beat.asks || ('measures' in beat.asks && beat.asks.measures)) continue;
          holdToRecord(beat.asks, seen);
        }
      }),
      { numRuns: part(12) },
    );
  });

  it('has a last word on any other network', () => {
    fc.assert(
      fc.property(changes, (to) => {
        const { after } = play(lessons[name], changed(to)).at(-1)!;
        expect(lessons[name].truth(after)).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: part(6) },
    );
  });
});
