import { slotKey } from '../../core/pass/trace';
import { isDue, kindOfStep, questionAt, type Tally } from '../../lessons/predict';
import { type Judgement, judge, type ReadsQuestion } from '../../lessons/questions';
import { offeredIn, turnMaking } from '../../lessons/turn';
import { positionAt } from '../position';
import { selectTrace } from '../selectors';
import type { State, Store } from '../state';
import { seenIn } from './moment';

/** What is asked before the next step of the student's own network. */
export interface Prediction {
  readonly question: ReadsQuestion;
  /** The kind of step, by which the score is kept. */
  readonly kind: string;
  readonly layer: number;
}

/** What is to be predicted where the student stands; undefined where nothing is, or what is known need not be asked again. */
export function predictionIn(state: State, tallies: Readonly<Record<string, Tally>>): Prediction | undefined {
  const { trace, index } = seenIn(state);
  const asked = questionAt(trace, index);
  if (!asked) return undefined;
  const kind = kindOfStep(asked.step, trace);
  return isDue(tallies[kind], index)
    ? { question: asked.question, kind, layer: asked.step.layer }
    : undefined;
}

/** Asks a prediction of the stage. */
export function askPrediction(store: Store, { question, layer }: Prediction): void {
  const trace = selectTrace(store.getState());
  const offered = offeredIn(trace, turnMaking(trace, question.makes));
  store.asking.getState().ask(
    'reads',
    layer,
    offered.map(({ slot }) => slotKey(slot)),
  );
}

/** Judges what was chosen on the stage, takes the step, and shows there how it turned out. */
export function settlePrediction(store: Store, { question }: Prediction): Judgement {
  const { asking } = store;
  const seen = seenIn(store.getState());
  const judgement = judge(question, [...asking.getState().chosen], seen);
  const { step } = turnMaking(seen.trace, question.makes);
  store.getState().moveTo(positionAt(seen.trace, step.index));
  asking.getState().show(new Map(judgement.notes.map(({ of, mark }) => [of, mark])));
  return judgement;
}
