import { describe, expect, it } from 'vitest';
import { keepRuleNames } from '../../src/core/model/keep-rules';
import {
  type BatchNormRuleName,
  batchNormRuleNames,
  type DropoutRuleName,
  dropoutRuleNames,
} from '../../src/core/model/regularisation';
import { record } from '../../src/core/pass/record';
import { type StepId, sameStep } from '../../src/core/pass/trace';
import { readsOf } from '../../src/explain/narration';
import { remarkOn } from '../../src/explain/remark';
import { sentenceOf } from '../../src/explain/sentences';
import { titleOf } from '../../src/explain/title';
import { firstChoice } from '../../src/state/choice/choice';
import {
  type Edit,
  setActivation,
  setAllKeeps,
  setBatchNorm,
  setDropout,
  setOutput,
  setRoute,
} from '../../src/state/choice/edits';
import { modelOf } from '../../src/state/choice/model-of';
import { caseModels } from '../formats/exports/models';

function at(id: StepId, ...edits: Edit[]) {
  const trace = record(modelOf(edits.reduce((choice, edit) => edit(choice), firstChoice)));
  const step = trace.steps.find((candidate) => sameStep(candidate, id))!;
  return {
    title: titleOf(step, trace),
    sentence: sentenceOf(step, trace),
    remark: remarkOn(step, trace),
    reads: readsOf(step, trace).map(({ tensor, says }) => `${tensor}: ${says}`),
  };
}

const backward: StepId = { phase: 'backward', op: 'activation', layer: 1 };

describe('what a reader should notice', () => {
  it('is, where hard_swish is at a kink, that versions of PyTorch differ there', () => {
    const trace = record(caseModels()['12-right']!);
    const step = trace.steps.find((candidate) => sameStep(candidate, backward))!;
    expect(remarkOn(step, trace)).toContain('Z[1] is exactly 3 or −3 in some cell: a kink of hard_swish');
    expect(at(backward, setActivation(1, 'hard_swish')).remark).not.toContain('kink');
  });
});

describe('what a reader should notice of batch norm and dropout', () => {
  const norm = (keep: BatchNormRuleName) => setBatchNorm(1, { epsilon: 1e-5, keep });
  const drop = (keep: DropoutRuleName) => setDropout(1, { keep_prob: 0.8, keep, seed: 1 });
  const forward = (op: string): StepId => ({ phase: 'forward', op, layer: 1 });

  it('comes after a sentence on what batch norm keeps, which does not name six slots', () => {
    const brings =
      "batch norm brings each row of Z[1] to mean 0 and variance 1; layer 1's batch_norm_cache keeps";
    const kept = (keep: BatchNormRuleName) => at(forward('batch_norm'), norm(keep)).sentence;
    expect(kept('normalised')).toBe(`${brings} gamma, Znorm and inv_std.`);
    expect(kept('input')).toBe(`${brings} gamma, Z, mean and inv_std.`);
    expect(kept('all')).toBe(`${brings} gamma and every stage.`);
  });

  it('comes after a sentence that calls what the activation keeps, or does not find, by its own name', () => {
    for (const activation of ['relu', 'silu'] as const) {
      const keeps = (...edits: Edit[]) =>
        at(forward('activation'), setActivation(1, activation), norm('normalised'), ...edits).sentence;
      const turns = `${activation} turns Ztilde[1] into A[1], and layer 1's activation_cache keeps`;
      expect(keeps()).toBe(`${turns} Ztilde.`);
      expect(keeps(setAllKeeps('A'))).toBe(`${turns} A.`);
      expect(keeps(setAllKeeps('ZA'))).toBe(`${turns} Ztilde and A.`);
    }
    expect(at(backward, setActivation(1, 'silu'), norm('normalised'), setAllKeeps('A')).sentence).toMatch(
      /^silu backward finds no Ztilde in layer 1's activation_cache, so it reads Ztilde\[1\]/,
    );
  });

  it('comes after a sentence that says once from where all is read that was written in one step', () => {
    const back: StepId = { phase: 'backward', op: 'batch_norm', layer: 1 };
    expect(at(back, norm('input')).sentence).toBe(
      "batch norm backward reads Z[1], mean[1] and inv_std[1] from layer 1's batch_norm_cache, written at step 2.",
    );
  });

  it('is what batch norm costs by each of its rules', () => {
    const rest = 'b[1] has no effect on Ztilde[1]: subtracting the mean cancels it.';
    expect(at(forward('batch_norm'), norm('normalised')).remark).toBe(
      `Batch norm keeps Znorm here, 144 bytes; with Z, μ, 1/σ it would be 160, with every stage it would be 304. ${rest}`,
    );
    expect(at(forward('batch_norm'), norm('all')).remark).toMatch(
      /^Batch norm keeps every stage here, 304 bytes; with Znorm it would be 144/,
    );
  });

  it('is what D costs, and its seed does not', () => {
    expect(at(forward('dropout'), drop('mask')).remark).toBe(
      'D[1] costs 4 bytes, one bit per cell; keeping only its seed would cost none. A[1] > 0 is no substitute: a cell of A can be 0 without being dropped.',
    );
    expect(at(forward('dropout'), drop('seed')).remark).toBe(
      'Only the seed is kept: D[1], 4 bytes, is drawn again on the way back.',
    );
  });

  it('is that with dropout A is not kept anyway: relu could read Adrop instead, tanh could not', () => {
    const relu = 'relu could read Adrop[1] > 0 instead: where D is 0, dA is 0 already.';
    const tanh = "Adrop[1] can't stand in for it: where D is 0 it is 0, and elsewhere A / keep_prob.";
    expect(at(forward('activation'), drop('mask'), setAllKeeps('A')).remark).toBe(
      `With dropout, the A_prev of layer 2 is Adrop[1], no longer A[1]: keeping A[1] costs 128 bytes. ${relu}`,
    );
    expect(at(backward, drop('mask')).remark).toBe(
      `A[1] would do as well, but with dropout nobody else keeps it: layer 2 keeps Adrop[1]. ${relu}`,
    );
    expect(at(backward, drop('mask'), setActivation(1, 'tanh')).remark).toContain(tanh);
    expect(
      at(forward('activation'), drop('mask'), setActivation(1, 'tanh'), setAllKeeps('A')).remark,
    ).toContain(tanh);
  });
});

describe('the sentence of a step', () => {
  it('is one that a phone has room for, whatever is kept', () => {
    for (const keep of keepRuleNames)
      for (const norm of batchNormRuleNames)
        for (const drop of dropoutRuleNames) {
          const edits = [
            setAllKeeps(keep),
            setActivation(1, 'leaky_relu'),
            setBatchNorm(1, { epsilon: 1e-5, keep: norm }),
            setDropout(1, { keep_prob: 0.8, keep: drop, seed: 1 }),
          ];
          const trace = record(modelOf(edits.reduce((choice, edit) => edit(choice), firstChoice)));
          for (const step of trace.steps) expect(sentenceOf(step, trace).length).toBeLessThan(130);
        }
  });

  it('tells what relu reads, from where, and since when it is there', () => {
    const { title, sentence, remark } = at(backward);
    expect(title).toBe('relu backward');
    expect(sentence).toBe("relu backward reads Z[1] from layer 1's activation_cache, written at step 2.");
    expect(remark).toBe('A[1] would do as well, and it is kept anyway: Z[1] costs 128 bytes more.');
  });

  it('follows the keep rule', () => {
    expect(at(backward, setAllKeeps('A')).sentence).toBe(
      "relu backward reads A[1] from layer 1's activation_cache, written at step 2.",
    );
    expect(at(backward, setAllKeeps('ZA')).remark).toBe('Z[1] was kept too, and no step reads it.');
    expect(at(backward, setAllKeeps('mask')).sentence).toContain('reads mask[1]');
  });

  it('tells of a miss, and of what answers it', () => {
    const edits = [setActivation(1, 'silu'), setAllKeeps('A')];
    expect(at(backward, ...edits).sentence).toBe(
      "silu backward finds no Z in layer 1's activation_cache, so it reads Z[1], computed again at step 17.",
    );
    expect(at(backward, ...edits).remark).toMatch(/A cannot stand in for Z/);
    expect(at({ phase: 'recompute', op: 'linear', layer: 1 }, ...edits).sentence).toContain(
      "it reads A_prev, W and b from layer 1's linear_cache",
    );
  });

  it('says that linear reads nothing, whatever is kept', () => {
    const { sentence, remark } = at(backward, setActivation(1, 'linear'));
    expect(sentence).toBe(
      "linear backward reads nothing from layer 1's activation_cache: its slope is 1 everywhere.",
    );
    expect(remark).toBe('Whatever is kept for linear is kept for nothing.');
  });

  const perExample = 'dA and dZ are per example; the 1/m of the mean enters with dW and db.';

  it('tells an output that is worked out at once, and what was kept for nothing', () => {
    const { title, sentence, remark, reads } = at(
      { phase: 'loss', op: 'output', layer: 3 },
      setOutput('fused'),
    );
    expect(title).toBe('dZ[3] at once');
    expect(sentence).toBe(
      "dZ[3] at once: A[3] from the loss's cache, minus Y. There is no dA[3], and nothing reads layer 3's activation_cache.",
    );
    expect(remark).toBe(`${perExample} Z[3] was kept too, and no step reads it.`);
    expect(reads).toEqual(["A3: from the loss's cache, written at step 7", 'Y: the labels']);
    const none = at({ phase: 'loss', op: 'output', layer: 3 }, setOutput('fused'), setAllKeeps('none'));
    expect(none.remark).toBe(perExample);
  });

  it('says where 1/m is, where the way back is born and where dW is', () => {
    expect(at({ phase: 'loss', op: 'cost_gradient', layer: 3 }).remark).toBe(perExample);
    for (const layer of [1, 2, 3])
      expect(at({ phase: 'backward', op: 'weights', layer }).remark).toBe(perExample);
  });

  it('names the slot that a layer’s route chooses', () => {
    const { sentence, remark } = at(backward, setAllKeeps('ZA'), setRoute(1, 'Z'));
    expect(sentence).toContain('relu backward reads Z[1]');
    expect(remark).toBe('A[1] was kept too, and no step reads it.');
  });

  it('tells the loss, the weights and the bias apart', () => {
    expect(at({ phase: 'loss', op: 'cost_gradient', layer: 3 }).sentence).toBe(
      "The loss reads A[3] from the loss's cache, written at step 7.",
    );
    expect(at({ phase: 'backward', op: 'weights', layer: 2 }).reads).toEqual([
      'dZ2: written at step 13',
      "A1: from layer 2's linear_cache as A_prev, written at step 3",
    ]);
    expect(at({ phase: 'backward', op: 'bias', layer: 2 }).sentence).toContain('reads no cache');
  });
});
