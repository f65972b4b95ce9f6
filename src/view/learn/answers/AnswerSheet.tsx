import { type ComponentType, useId, useRef } from 'react';
import { isForElsewhere } from '../../../lessons/again';
import { askedIn, type Question, type ReadsQuestion } from '../../../lessons/questions';
import { Prose } from '../../words/Prose';
import { Ending } from '../beat/Ending';
import { ExhibitView } from '../beat/ExhibitView';
import { Waiting } from '../beat/Waiting';
import styles from '../Lesson.module.css';
import { useBeat, usePlay, usePlayActions, useSeen } from '../usePlay';
import type { Answering } from './answering';
import { Choosing } from './Choosing';
import { Judged } from './Judged';
import { NumberAnswer } from './NumberAnswer';
import { ReadsAnswer } from './ReadsAnswer';

function ReadsInLesson({ question }: Answering<ReadsQuestion>) {
  return <ReadsAnswer question={question} confirm={usePlayActions().confirm} />;
}

/** How each kind of question is answered. */
const sheets: { readonly [K in Question['kind']]: ComponentType<Answering<Extract<Question, { kind: K }>>> } =
  {
    reads: ReadsInLesson,
    choice: Choosing,
    number: NumberAnswer,
  };

/** What is said of a question that was missed. */
const [ELSEWHERE, LATER] = ['You will be asked this again, in another network.', 'You will be asked again.'];

/** What the beat asks or waits for, and what became of it. */
export function AnswerSheet({ narrow }: { narrow: boolean }) {
  const beat = useBeat();
  const { asks, waits, shows, reveals } = beat;
  const judged = usePlay((playing) => playing.judged);
  const returns = usePlay(({ beats, now }) => beats.slice(now + 1).some(({ missed }) => missed === beat));
  const seen = useSeen();
  if (waits) return <Waiting waits={waits} narrow={narrow} />;
  if (!asks) return <Ending />;
  return (
    <>
      {shows && <ExhibitView of={shows(seen)} />}
      <Asked question={asks} narrow={narrow} />
      {judged && <Judged of={judged} adds={!returns ? '' : isForElsewhere(beat) ? ELSEWHERE : LATER} />}
      {judged && reveals && <ExhibitView of={reveals(seen)} />}
    </>
  );
}

function Asked({ question, narrow }: { question: Question; narrow: boolean }) {
  const isOver = usePlay((playing) => playing.judged !== undefined);
  const seen = useSeen();
  // What was asked of the record then is not asked anew of the one that the student has gone on to.
  const asked = useRef(askedIn(question, seen));
  const Sheet = sheets[question.kind] as ComponentType<Answering<Question>>;
  const id = useId();
  return (
    <div className={styles.asked}>
      <div className={styles.question} data-over={isOver || undefined}>
        <strong id={id}>
          <Prose of={asked.current} />
        </strong>
        {question.kind === 'reads' && !isOver && (
          <span>
            {narrow ? 'Tap them on the stage.' : 'Click them on the stage, or press Tab and Space.'}
          </span>
        )}
      </div>
      {!isOver && <Sheet question={question} labelledBy={id} />}
    </div>
  );
}
