import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { activationNames, activationOf } from '../../src/core/activations';
import { keepRuleNames } from '../../src/core/model/keep-rules';
import { lossNames } from '../../src/core/operations/losses';
import { record } from '../../src/core/pass/record';
import type { Value } from '../../src/core/pass/value';
import { readsOf, writesOf } from '../../src/explain/narration';
import { remarkOn } from '../../src/explain/remark';
import { sentenceOf } from '../../src/explain/sentences';
import { formulasOf } from '../../src/explain/tex';
import { titleOf } from '../../src/explain/title';
import { firstChoice } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';
import { typesetting } from '../../src/view/inspector/step/typesetting';
import { covering } from '../extent';

const namesOf = (values: readonly Value[]) => values.map(({ name }) => name);

const rows = activationNames.flatMap((activation) =>
  keepRuleNames.flatMap((keep) => lossNames.map((loss) => [activation, keep, loss] as const)),
);

/** Each activation under each keep rule, and each loss with each of both. */
const traces = covering(rows, ([activation, keep, loss]) => [
  `${activation} ${keep}`,
  `${activation} ${loss}`,
  `${keep} ${loss}`,
]).map(([activation, keep, loss]) => {
  const layer = { units: 2, activation, alpha: activationOf(activation).alpha ?? 0, keep };
  const trace = record(modelOf({ ...firstChoice, loss, layers: [layer, { ...layer, units: 1 }] }));
  return { name: `${activation}, ${keep}, ${loss}`, trace };
});

describe('every step of every activation, keep rule and loss', () => {
  it('has formulas that KaTeX can set', () => {
    const seen = new Set<string>();
    for (const { name, trace } of traces)
      for (const step of trace.steps)
        for (const tex of formulasOf(step, trace)) {
          if (seen.has(tex)) continue;
          seen.add(tex);
          expect(
            () => katex.renderToString(tex, { ...typesetting, throwOnError: true }),
            `${name}: ${tex}`,
          ).not.toThrow();
          expect(tex).not.toContain('undefined');
        }
  });

  it('has a title, a sentence and lists of what it read and wrote', () => {
    for (const { name, trace } of traces)
      for (const step of trace.steps) {
        const words = [titleOf(step, trace), sentenceOf(step, trace), remarkOn(step, trace) ?? ''].join(' ');
        expect(words, name).not.toMatch(/undefined|NaN/);
        expect(sentenceOf(step, trace)).toMatch(/\.$/);
        expect(readsOf(step, trace).map(({ tensor }) => tensor)).toEqual(namesOf(step.reads));
        expect(writesOf(step).map(({ tensor }) => tensor)).toEqual(namesOf(step.writes));
      }
  });
});
