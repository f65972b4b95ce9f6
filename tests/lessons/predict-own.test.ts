import { beforeAll, describe, expect, it } from 'vitest';
import { slotKey } from '../../src/core/pass/trace';
import { changeLayer, type Network, network } from '../../src/lessons/network';
import { kindOfStep, questionAt } from '../../src/lessons/predict';
import { askedIn, judge, rightAnswer } from '../../src/lessons/questions';
import { offeredIn, turnMaking } from '../../src/lessons/turn';
import { defineFormula } from '../../src/state/choice/formulas';
import { seenOf } from './student';

const written = { formula: 'z * tanh(z)' };

beforeAll(() => defineFormula(written));

const sigmoid = { units: 1, activation: 'sigmoid' } as const;

/** Networks such as students make of their own, each with something that the course's has not. */
const own: Readonly<Record<string, Network>> = {
  'batch norm': network([
    { units: 4, activation: 'relu', batch_norm: { epsilon: 1e-5, keep: 'input' } },
    sigmoid,
  ]),
  dropout: network([
    { units: 4, activation: 'relu', keep: 'A', dropout: { keep_prob: 0.7, keep: 'seed', seed: 5 } },
    sigmoid,
  ]),
  'a softmax': network(
    [
      { units: 4, activation: 'tanh' },
      { units: 3, activation: 'softmax' },
    ],
    {
      loss: 'categorical_cross_entropy',
      data: { set: 'iris', m: 6 },
    },
  ),
  'a softmax that keeps nothing': network(
    [
      { units: 4, activation: 'tanh' },
      { units: 3, activation: 'softmax', keep: 'none' },
    ],
    { loss: 'categorical_cross_entropy', data: { set: 'iris', m: 6 } },
  ),
  'a formula': {
    ...network([{ units: 3, activation: 'relu' }, sigmoid]),
    layers: changeLayer(network([{ units: 3, activation: 'relu' }, sigmoid]), 1, {
      activation: 'mine',
      own: written,
    }).layers,
  },
  'dZ at once': network([{ units: 4, activation: 'relu' }, sigmoid], { output: 'fused' }),
  'mean squared error': network(
    [
      { units: 4, activation: 'silu', keep: 'A' },
      { units: 1, activation: 'linear' },
    ],
    {
      loss: 'mean_squared_error',
    },
  ),
};

describe.each(Object.keys(own))('predicting a network with %s', (name) => {
  it('is asked in whole sentences, of slots that are there, and answered by the record', () => {
    const of = own[name]!;
    const seen = seenOf(of);
    const asked = seen.trace.steps.flatMap((_, index) => questionAt(seen.trace, index) ?? []);
    expect(asked.length).toBeGreaterThan(3);
    for (const { question, step } of asked) {
      const offered = offeredIn(seen.trace, turnMaking(seen.trace, question.makes)).map(({ slot }) =>
        slotKey(slot),
      );
      const right = rightAnswer(question, seen);
      expect(offered).toEqual(expect.arrayContaining([...right]));
      expect(judge(question, right, seen).isRight).toBe(true);
      const told = [offered, [], right].flatMap((given) =>
        judge(question, given, seen).notes.map(({ says }) => says),
      );
      for (const text of [askedIn(question, seen), kindOfStep(step, seen.trace), ...told])
        expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });
});
