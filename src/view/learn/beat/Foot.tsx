import { ChevronLeft, ZoomIn, ZoomOut } from 'lucide-react';
import { lessons } from '../../../lessons';
import { lessonHash } from '../../../state/learning/embed';
import { useDisplay, useDisplayActions } from '../../store';
import styles from '../Lesson.module.css';
import { useLeaving } from '../useLeaving';
import { useLessonName, usePlay, usePlayActions } from '../usePlay';
import { CopyLinks } from './CopyLinks';

/** One beat back, how far the lesson is, and the way out of it. */
export function Foot() {
  const now = usePlay((playing) => playing.now);
  const length = usePlay(({ beats }) => beats.length);
  const { goTo } = usePlayActions();
  const { toOwn } = useLeaving();
  const name = useLessonName();
  return (
    <>
      <div className={styles.foot}>
        <button type="button" className={styles.plain} disabled={now === 0} onClick={() => goTo(now - 1)}>
          <ChevronLeft size={15} aria-hidden="true" /> back
        </button>
        <span className={styles.dots} role="img" aria-label={`Beat ${now + 1} of ${length}`}>
          {Array.from({ length }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a beat is known by its number.
            <i key={i} data-state={i < now ? 'over' : i === now ? 'now' : 'ahead'} />
          ))}
        </span>
        <button type="button" className={styles.plain} onClick={toOwn} title="Your own network is kept">
          leave
        </button>
      </div>
      <CopyLinks hash={lessonHash(name, now + 1)} title={`Cacheback: ${lessons[name].title}`}>
        <Closer />
      </CopyLinks>
    </>
  );
}

/** Comes closer to what the beat is about, or shows the whole network. */
function Closer() {
  const close = useDisplay((state) => state.close);
  const { comeClose } = useDisplayActions();
  const Icon = close ? ZoomOut : ZoomIn;
  return (
    <button type="button" className={styles.plain} title="F does it too" onClick={() => comeClose(!close)}>
      <Icon size={14} aria-hidden="true" /> {close ? 'Whole network' : 'Zoom in'}
    </button>
  );
}
