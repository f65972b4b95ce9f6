import { beforeEach, describe, expect, it } from 'vitest';
import { resultOf } from '../../../src/core/pass/nodes';
import type { Tally } from '../../../src/lessons/predict';
import { rightAnswer } from '../../../src/lessons/questions';
import { seenIn } from '../../../src/state/learning/moment';
import { askPrediction, predictionIn, settlePrediction } from '../../../src/state/learning/predicting';
import { passMoves } from '../../../src/state/moves';
import { selectIndex, selectTrace } from '../../../src/state/selectors';
import type { Store } from '../../../src/state/state';
import { createStore } from '../../../src/state/store';

let store: Store;

beforeEach(() => {
  store = createStore();
});

/** Goes through a whole pass and predicts every step that is asked; tells what was asked. */
function predictAll(
  tallies: Record<string, Tally>,
  answersOf: (right: readonly string[]) => readonly string[],
) {
  const asked: { makes: string; isRight: boolean }[] = [];
  const { length } = selectTrace(store.getState()).steps;
  while (selectIndex(store.getState()) < length) {
    const prediction = predictionIn(store.getState(), tallies);
    if (!prediction) {
      passMoves(store).move('next');
      continue;
    }
    askPrediction(store, prediction);
    const right = rightAnswer(prediction.question, seenIn(store.getState()));
    for (const slot of answersOf(right)) store.asking.getState().toggle(slot);
    const { isRight } = settlePrediction(store, prediction);
    asked.push({ makes: prediction.question.makes, isRight });
  }
  return asked;
}

describe('predicting the student’s own network', () => {
  it('asks every step of the way back once, and takes it', () => {
    const asked = predictAll({}, (right) => right);
    const back = selectTrace(store.getState()).steps.filter(
      ({ phase, op }) => phase === 'backward' || (phase === 'loss' && op !== 'cost'),
    );
    expect(asked.map(({ makes }) => makes)).toEqual(back.map(resultOf));
    expect(asked.every(({ isRight }) => isRight)).toBe(true);
  });

  it('takes an answer of nothing for right only where nothing is read', () => {
    const asked = predictAll({}, () => []);
    const { steps } = selectTrace(store.getState());
    for (const { makes, isRight } of asked) {
      const step = steps.find(({ writes }) => writes.some(({ name }) => name === makes))!;
      expect(isRight).toBe(!step.cache.some(({ kind }) => kind === 'read'));
    }
  });

  it('leaves out for a while what was right three times in a row', () => {
    const known = { asked: 3, right: 3, streak: 3 };
    const all = predictAll({}, (right) => right).length;
    store.getState().moveTo('start');
    expect(predictAll({ bias: known, weights: known }, (right) => right).length).toBeLessThan(all);
  });

  it('shows on the stage what was missed', () => {
    while (!predictionIn(store.getState(), {})) passMoves(store).move('next');
    const prediction = predictionIn(store.getState(), {})!;
    askPrediction(store, prediction);
    settlePrediction(store, prediction);
    expect([...store.asking.getState().marks.values()]).toEqual(['missed']);
    expect(store.asking.getState().cover).toBeUndefined();
  });
});
