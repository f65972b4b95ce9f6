import { lessons } from '../../../lessons';
import { lessonNames } from '../../../lessons/names';
import { lessonHash } from '../../../state/learning/embed';
import controls from '../../controls/controls.module.css';
import { useActions } from '../../store';
import styles from '../Lesson.module.css';
import { useLeaving } from '../useLeaving';
import { useLessonName, useSeen } from '../usePlay';
import { copy } from './copy';

/** Where to go once a lesson is over. */
export function Ending() {
  const name = useLessonName();
  const { toLesson, toList } = useLeaving();
  const seen = useSeen();
  const { notify } = useActions();
  const { challenge, yours } = lessons[name];
  const next = lessonNames[lessonNames.indexOf(name) + 1];
  return (
    <div className={styles.asked}>
      {next && <p className={styles.next}>Next: {lessons[next].title}</p>}
      <div className={styles.buttons}>
        {next && (
          <button
            type="button"
            className={`${controls.primary} ${styles.primary}`}
            onClick={() => toLesson(next)}
          >
            Next lesson
          </button>
        )}
        <button type="button" className={controls.button} onClick={toList}>
          All lessons
        </button>
        {challenge && (
          <button
            type="button"
            className={controls.button}
            onClick={() => {
              const link = new URL(lessonHash(name, 1), window.location.href).href;
              void copy(
                `${challenge(seen)} ${link}`,
                'Your result is copied, with a link to the first hole.',
                notify,
              );
            }}
          >
            Challenge others
          </button>
        )}
      </div>
      {yours && <Yours why={yours} />}
    </div>
  );
}

/** From the lesson to code of one's own: something to begin with, and where it is checked. */
function Yours({ why }: { why: string }) {
  const { toMine, startOwn } = useLeaving();
  return (
    <section className={styles.yours} aria-label="Your own code">
      <p>{why}</p>
      <div className={styles.buttons}>
        <button type="button" className={controls.button} onClick={toMine}>
          Check mine
        </button>
        <button
          type="button"
          className={controls.button}
          title="A script with the data of your network and nothing solved"
          onClick={() => void startOwn()}
        >
          Start your own (.py)
        </button>
      </div>
    </section>
  );
}
