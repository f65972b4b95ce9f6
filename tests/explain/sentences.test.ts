import { expect, it } from 'vitest';
import { record } from '../../src/core/pass/record';
import { sentenceOf } from '../../src/explain/sentences';
import { firstChoice } from '../../src/state/choice/choice';
import { setBatchNorm, setDropout } from '../../src/state/choice/edits';
import { modelOf } from '../../src/state/choice/model-of';

it('a pass with batch norm and dropout is told step by step', () => {
  const edits = [
    setBatchNorm(1, { keep: 'normalised', epsilon: 1e-5 }),
    setDropout(1, { keep_prob: 0.8, keep: 'seed', seed: 1 }),
  ];
  const trace = record(modelOf(edits.reduce((choice, edit) => edit(choice), firstChoice)));
  expect(trace.steps.map((step) => sentenceOf(step, trace))).toEqual([
    "linear forward computes Z[1] from A[0], W[1] and b[1], and layer 1's linear_cache keeps A_prev, W and b.",
    "batch norm brings each row of Z[1] to mean 0 and variance 1; layer 1's batch_norm_cache keeps gamma, Znorm and inv_std.",
    "relu turns Ztilde[1] into A[1], and layer 1's activation_cache keeps Ztilde.",
    "dropout keeps each cell of A[1] with probability 0.8, divided by 0.8; layer 1's dropout_cache keeps nothing.",
    "linear forward computes Z[2] from Adrop[1], W[2] and b[2], and layer 2's linear_cache keeps A_prev, W and b.",
    "tanh turns Z[2] into A[2], and layer 2's activation_cache keeps Z.",
    "linear forward computes Z[3] from A[2], W[3] and b[3], and layer 3's linear_cache keeps A_prev, W and b.",
    "sigmoid turns Z[3] into A[3], and layer 3's activation_cache keeps Z.",
    'The cost J compares A[3] with Y, and keeps A[3] for its gradient.',
    "The loss reads A[3] from the loss's cache, written at step 9.",
    "sigmoid backward reads Z[3] from layer 3's activation_cache, written at step 8.",
    "linear backward reads A[2] from layer 3's linear_cache, written at step 7.",
    'linear backward reads no cache: db[3] is the row mean of dZ[3].',
    "linear backward reads W[3] from layer 3's linear_cache, written at step 7.",
    "tanh backward reads Z[2] from layer 2's activation_cache, written at step 6.",
    "linear backward reads Adrop[1] from layer 2's linear_cache, written at step 5.",
    'linear backward reads no cache: db[2] is the row mean of dZ[2].',
    "linear backward reads W[2] from layer 2's linear_cache, written at step 5.",
    'D[1] was not kept: it is drawn again from its seed, bit for bit the same.',
    "dropout backward finds no D in layer 1's dropout_cache, so it reads D[1], drawn again at step 19.",
    "relu backward reads Ztilde[1] from layer 1's activation_cache, written at step 3.",
    "batch norm backward reads Znorm[1] from layer 1's batch_norm_cache, written at step 2.",
    'batch norm backward reads no cache: dbeta[1] is the row mean of dZtilde[1].',
    "batch norm backward reads gamma[1] from layer 1's batch_norm_cache, written at step 2.",
    "batch norm backward reads Znorm[1] and inv_std[1] from layer 1's batch_norm_cache, written at step 2.",
    "linear backward reads A[0] from layer 1's linear_cache, written at step 1.",
    'linear backward reads no cache: db[1] is the row mean of dZ[1].',
  ]);
});
