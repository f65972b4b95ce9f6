import { describe, expect, it } from 'vitest';
import { activationNames } from '../../../../src/core/activations';
import { keepRuleNames } from '../../../../src/core/model/keep-rules';
import { record } from '../../../../src/core/pass/record';
import { type Choice, firstChoice } from '../../../../src/state/choice/choice';
import { setActivation, setAllKeeps, setKeep } from '../../../../src/state/choice/edits';
import { modelOf } from '../../../../src/state/choice/model-of';
import { adviceOn } from '../../../../src/state/shown/first-sight';
import { payoffOf } from '../../../../src/view/inspector/pass/payoff';

const payoff = (choice: Choice, layer = 1) => {
  const trace = record(modelOf(choice));
  const step = trace.steps.find(
    (of) => of.phase === 'backward' && of.layer === layer && of.node.op === 'activation',
  )!;
  return payoffOf(step, trace);
};

describe('what a choice at first sight gains', () => {
  it('is nothing to tell while Z is kept', () => {
    for (const activation of activationNames)
      expect(payoff(setActivation(1, activation)(firstChoice))).toBeUndefined();
  });

  it('is the gradient and the peak beside those of the pass that keeps Z', () => {
    expect(payoff(setKeep(1, 'A')(firstChoice))).toBe(
      'Compared with keeping Z, dZ[1] is the same in every cell, and the peak is 384 B instead of 512 B.',
    );
  });

  it('says how far apart they are where another route rounds otherwise', () => {
    expect(payoff(setKeep(2, 'A')(firstChoice), 2)).toMatch(
      /^Compared with keeping Z, dZ\[2\] (is the same in every cell|differs by at most \d\S* of its largest cell), and the peak is \d+ B/,
    );
  });

  it('calls dZ the same only where every bit of it is', () => {
    for (const activation of activationNames)
      for (const keep of keepRuleNames) {
        if (keep === 'Z') continue;
        const kept = setActivation(1, activation)(firstChoice);
        const [now, before] = [setKeep(1, keep)(kept), kept].map((choice) =>
          record(modelOf(choice)).buffers.get('dZ1')!.data.join(),
        );
        const said = payoff(setKeep(1, keep)(kept)) ?? '';
        expect(said.includes('same in every cell'), `${activation}, ${keep}: ${said}`).toBe(now === before);
      }
  });
});

describe('the advice at first sight', () => {
  it('names what has not been chosen yet, and is gone where all has', () => {
    expect(adviceOn(firstChoice)).toBe(
      'Let layer 1 keep A instead, or pick another activation, and see what is read then.',
    );
    expect(adviceOn(setAllKeeps('A')(firstChoice))).toBe(
      'Pick another activation, and see what is read then.',
    );
    expect(adviceOn(setActivation(1, 'gelu')(firstChoice))).toBe(
      'Let layer 1 keep A instead, and see what is read then.',
    );
    expect(adviceOn(setKeep(1, 'none')(setActivation(1, 'gelu')(firstChoice)))).toBe('');
  });
});
