import { describe, expect, it } from 'vitest';
import { record } from '../../src/core/pass/record';
import { type StepId, sameStep } from '../../src/core/pass/trace';
import { readsOf } from '../../src/explain/narration';
import { remarkOn } from '../../src/explain/remark';
import { sentenceOf } from '../../src/explain/sentences';
import { titleOf } from '../../src/explain/title';
import { firstChoice } from '../../src/state/choice/choice';
import { type Edit, setActivation, setAllKeeps, setOutput, setRoute } from '../../src/state/choice/edits';
import { modelOf } from '../../src/state/choice/model-of';
import { caseModels } from '../formats/exports/models';

function at(id: StepId, ...edits: Edit[]) {
  const trace = record(modelOf(edits.reduce((choice, edit) => edit(choice), firstChoice)));
  const step = trace.steps.find((candidate) => sameStep(candidate, id))!;
  return {
    title: titleOf(step, trace),
    sentence: sentenceOf(step, trace),
    insight: remarkOn(step, trace),
    reads: readsOf(step, trace).map(({ tensor, says }) => `${tensor}: ${says}`),
  };
}

const backward: StepId = { phase: 'backward', op: 'activation', layer: 1 };

describe('what a reader should notice', () => {
  it('is, where hard_swish is at a kink, that versions of PyTorch differ there', () => {
    const trace = record(caseModels()['12-right']!);
    const step = trace.steps.find((candidate) => sameStep(candidate, backward))!;
    expect(remarkOn(step, trace)).toContain('Z[1] is exactly 3 or −3 in some cell: a kink of hard_swish');
    expect(at(backward, setActivation(1, 'hard_swish')).insight).not.toContain('kink');
  });
});

describe('the sentence of a step', () => {
  it('tells what relu reads, from where, and since when it is there', () => {
    const { title, sentence, insight } = at(backward);
    expect(title).toBe('relu backward');
    expect(sentence).toBe("relu backward reads Z[1] from layer 1's activation_cache, written at step 2.");
    expect(insight).toBe('A[1] would do as well, and it is kept anyway: Z[1] costs 128 bytes more.');
  });

  it('follows the keep rule', () => {
    expect(at(backward, setAllKeeps('A')).sentence).toBe(
      "relu backward reads A[1] from layer 1's activation_cache, written at step 2.",
    );
    expect(at(backward, setAllKeeps('ZA')).insight).toBe('Z[1] was kept too, and no step reads it.');
    expect(at(backward, setAllKeeps('mask')).sentence).toContain('reads mask[1]');
  });

  it('tells of a miss, and of what answers it', () => {
    const edits = [setActivation(1, 'silu'), setAllKeeps('A')];
    expect(at(backward, ...edits).sentence).toBe(
      "silu backward finds no Z in layer 1's activation_cache: Z[1] was computed again at step 17, and is read from there.",
    );
    expect(at(backward, ...edits).insight).toMatch(/A cannot stand in for Z/);
    expect(at({ phase: 'recompute', op: 'linear', layer: 1 }, ...edits).sentence).toContain(
      "it reads A_prev, W and b from layer 1's linear_cache",
    );
  });

  it('says that linear reads nothing, whatever is kept', () => {
    const { sentence, insight } = at(backward, setActivation(1, 'linear'));
    expect(sentence).toBe(
      "linear backward reads nothing from layer 1's activation_cache: its slope is 1 everywhere.",
    );
    expect(insight).toBe('Whatever is kept for linear is kept for nothing.');
  });

  const perExample = "dA and dZ are per example; the mean's 1/m comes with dW and db.";

  it('tells an output that is worked out at once, and what was kept for nothing', () => {
    const { title, sentence, insight, reads } = at(
      { phase: 'loss', op: 'output', layer: 3 },
      setOutput('fused'),
    );
    expect(title).toBe('dZ[3] at once');
    expect(sentence).toBe(
      "dZ[3] at once: A[3] from the loss's cache, less Y. No dA[3] is made, and nothing reads layer 3's activation_cache.",
    );
    expect(insight).toBe(`${perExample} Z[3] was kept too, and no step reads it.`);
    expect(reads).toEqual(["A3: from the loss's cache, written at step 7", 'Y: the labels']);
    const none = at({ phase: 'loss', op: 'output', layer: 3 }, setOutput('fused'), setAllKeeps('none'));
    expect(none.insight).toBe(perExample);
  });

  it('says where 1/m is, where the way back is born and where dW is', () => {
    expect(at({ phase: 'loss', op: 'cost_gradient', layer: 3 }).insight).toBe(perExample);
    for (const layer of [1, 2, 3])
      expect(at({ phase: 'backward', op: 'weights', layer }).insight).toBe(perExample);
  });

  it('names the slot that a layer’s route chooses', () => {
    const { sentence, insight } = at(backward, setAllKeeps('ZA'), setRoute(1, 'Z'));
    expect(sentence).toContain('relu backward reads Z[1]');
    expect(insight).toBe('A[1] was kept too, and no step reads it.');
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
