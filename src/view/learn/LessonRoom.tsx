import { useEffect, useMemo, useState } from 'react';
import { lessons } from '../../lessons';
import type { LessonName } from '../../lessons/names';
import { connectTrial } from '../../state/address/trial';
import { playLesson } from '../../state/learning/playing';
import { useProgress } from '../../state/learning/progress';
import { connectSmall } from '../../state/learning/small';
import { createStore } from '../../state/store';
import type { Layout } from '../layout';
import { useLending } from '../lending';
import { Notice } from '../page/Notice';
import { StoreProvider, useActions, useStoreApi } from '../store';
import { Lesson } from './Lesson';
import { type Leaving, LeavingContext } from './useLeaving';
import { PlayContext } from './usePlay';

interface Props {
  readonly name: LessonName;
  /** The beat that it begins with, counted from 0. */
  readonly from: number;
  readonly layout: Layout;
}

/** A lesson on a store of its own: the student's network stays what it is, and is back once the lesson is left. */
export function LessonRoom({ name, from, layout }: Props) {
  const [{ store, play, end }] = useState(() => {
    const store = createStore();
    const grow = connectSmall(store);
    const untry = connectTrial(store);
    const { play, end } = playLesson(lessons[name], store, from);
    return {
      store,
      play,
      end() {
        grow();
        untry();
        end();
      },
    };
  });
  useLending(store);
  const own = useStoreApi();
  const { learn, setView } = useActions();
  const leaving = useMemo(
    (): Leaving => ({
      toLesson: (lesson) => learn({ lesson, beat: 1 }),
      toList: () => setView('learn'),
      toOwn: () => setView('step'),
      toMine: () => setView('mine'),
      async startOwn() {
        const { exportAs } = await import('../header/taking-away');
        exportAs('Start your own (.py)', own);
      },
    }),
    [learn, setView, own],
  );
  useEffect(
    () =>
      play.subscribe(({ now, beats }, before) => {
        if (now === before.now) return;
        learn({ lesson: name, beat: now + 1 });
        if (now === beats.length - 1) useProgress.getState().finish(name);
      }),
    [play, learn, name],
  );
  // In development React mounts everything twice, and what has ended would listen no more.
  useEffect(() => () => void (import.meta.env.PROD && end()), [end]);
  return (
    <StoreProvider store={store}>
      <PlayContext value={{ name, play }}>
        <LeavingContext value={leaving}>
          <Lesson layout={layout} />
        </LeavingContext>
        <Notice />
      </PlayContext>
    </StoreProvider>
  );
}
