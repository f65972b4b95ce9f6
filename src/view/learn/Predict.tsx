import { useEffect, useState } from 'react';
import { askedIn, type Judgement } from '../../lessons/questions';
import { linkOf } from '../../state/address/shared-link';
import { seenIn } from '../../state/learning/moment';
import {
  askPrediction,
  type Prediction,
  predictionIn,
  settlePrediction,
} from '../../state/learning/predicting';
import { scoreOf, useProgress } from '../../state/learning/progress';
import { selectIndex } from '../../state/selectors';
import controls from '../controls/controls.module.css';
import { useStore, useStoreApi } from '../store';
import { Prose } from '../words/Prose';
import { ReadsAnswer } from './answers/ReadsAnswer';
import { CopyLinks } from './beat/CopyLinks';
import { Notes } from './beat/Notes';
import styles from './Lesson.module.css';
import { Score } from './Score';

/** What became of the last prediction, and at which step. */
interface Settled {
  readonly index: number;
  readonly judgement: Judgement;
}

/** Asks before each step of the way back what it will read, of the student's own network. */
export function Predict() {
  const store = useStoreApi();
  const index = useStore(selectIndex);
  const state = useStore((state) => state);
  const tallies = useProgress((progress) => progress.tallies);
  const [settled, setSettled] = useState<Settled>();
  const isSettled = settled?.index === index;
  const prediction = isSettled ? undefined : predictionIn(state, tallies);
  const makes = prediction?.question.makes;
  const asked = prediction ? askedIn(prediction.question, seenIn(state)) : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked follows from the choice, the step and what it makes.
  useEffect(() => {
    if (prediction) askPrediction(store, prediction);
    else if (!isSettled) store.asking.getState().end();
  }, [store, makes, index, isSettled, state.choice]);
  useEffect(() => () => store.asking.getState().end(), [store]);
  const settle = (prediction: Prediction) => {
    const judgement = settlePrediction(store, prediction);
    useProgress.getState().count(prediction.kind, judgement.isRight);
    setSettled({ index: selectIndex(store.getState()), judgement });
  };
  return (
    <section className={styles.predict} aria-label="Predict" data-asks={prediction && 'reads'}>
      {prediction && (
        <div className={styles.asked}>
          <div className={styles.question}>
            <strong>
              <Prose of={asked} />
            </strong>
          </div>
          <ReadsAnswer key={makes} question={prediction.question} confirm={() => settle(prediction)} />
        </div>
      )}
      {isSettled && <Notes of={settled.judgement} />}
      {!prediction && !isSettled && (
        <p className={styles.next}>
          Before each step of the way back you will be asked what it reads. Go on stepping.
        </p>
      )}
      {prediction && (
        <CopyLinks hash={linkOf(state.choice, state.position, state).hash} title={`Cacheback: ${asked}`} />
      )}
      <div className={styles.foot}>
        <Score {...scoreOf(tallies)} />
        <button
          type="button"
          className={controls.button}
          onClick={() => store.getState().setPredicting(false)}
        >
          Stop asking
        </button>
      </div>
    </section>
  );
}
