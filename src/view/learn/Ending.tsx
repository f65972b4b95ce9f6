import { lessons } from '../../lessons';
import { lessonNames } from '../../lessons/names';
import controls from '../controls/controls.module.css';
import styles from './Lesson.module.css';
import { useLeaving } from './useLeaving';
import { useLessonName } from './usePlay';

/** Where to go once a lesson is over. */
export function Ending() {
  const name = useLessonName();
  const { toLesson, toList } = useLeaving();
  const next = lessonNames[lessonNames.indexOf(name) + 1];
  return (
    <div className={styles.asked}>
      {next && <p className={styles.next}>Next: {lessons[next].title}</p>}
      <div className={styles.buttons}>
        {next && (
          <button type="button" className={styles.primary} onClick={() => toLesson(next)}>
            Next lesson
          </button>
        )}
        <button type="button" className={controls.button} onClick={toList}>
          All lessons
        </button>
      </div>
    </div>
  );
}
