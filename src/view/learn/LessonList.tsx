import { Check } from 'lucide-react';
import { lessons } from '../../lessons';
import { ANSWERING, type LessonName, lessonNames } from '../../lessons/names';
import { useProgress } from '../../state/learning/progress';
import controls from '../controls/controls.module.css';
import { useActions } from '../store';
import styles from './LessonList.module.css';

/** The question, the lessons with what each settles, and a way to do without them. */
export function LessonList() {
  const { learn, setView } = useActions();
  const done = useProgress((progress) => progress.done);
  const isNew = done.length === 0;
  const next = isNew ? ANSWERING : (lessonNames.find((name) => !done.includes(name)) ?? lessonNames[0]);
  return (
    <main className={styles.page} data-view="learn">
      <div className={styles.head}>
        <h2>Are we caching Z for backprop only for relu?</h2>
        <p>
          Students ask it, mentors disagree, and every framework decides it in its own way. Each lesson
          settles one claim on a network that really runs: you predict, then you see.
        </p>
        <div className={styles.ways}>
          <button
            type="button"
            className={`${controls.primary} ${styles.primary}`}
            onClick={() => learn({ lesson: next, beat: 1 })}
          >
            {isNew
              ? `Find out in ${lessons[next].minutes} minutes`
              : `Go on with lesson ${lessonNames.indexOf(next) + 1}`}
          </button>
          <button type="button" className={controls.button} onClick={() => setView('step')}>
            Just let me play
          </button>
          <span>
            {done.length} of {lessonNames.length} done
          </span>
        </div>
      </div>
      <ol className={styles.list} aria-label="Lessons">
        {lessonNames.map((name, i) => (
          <Item key={name} name={name} number={i + 1} isDone={done.includes(name)} />
        ))}
      </ol>
    </main>
  );
}

function Item({ name, number, isDone }: { name: LessonName; number: number; isDone: boolean }) {
  const { learn } = useActions();
  const { title, settles, minutes } = lessons[name];
  return (
    <li>
      <button type="button" className={styles.item} onClick={() => learn({ lesson: name, beat: 1 })}>
        <span className={styles.number} data-done={isDone || undefined}>
          {isDone ? <Check size={15} aria-label="done" /> : number}
        </span>
        <span className={styles.what}>
          <strong>{title}</strong>
          <span>{settles}</span>
        </span>
        <span className={styles.minutes}>{minutes} min</span>
      </button>
    </li>
  );
}
