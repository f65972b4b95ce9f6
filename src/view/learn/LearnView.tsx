import { useEffect, useRef } from 'react';
import type { Layout } from '../layout';
import { useActions, useStore } from '../store';
import { LessonList } from './LessonList';
import { LessonRoom } from './LessonRoom';

/** The list of lessons, or the one that is open. */
export function LearnView({ layout }: { layout: Layout }) {
  const { lesson, beat } = useStore((state) => state.learning);
  useLeavingForOpened();
  return lesson === undefined ? (
    <LessonList />
  ) : (
    <LessonRoom key={lesson} name={lesson} from={beat - 1} layout={layout} />
  );
}

/** A file that is opened meanwhile is shown where the student's own network is. */
function useLeavingForOpened(): void {
  const choice = useStore((state) => state.choice);
  const first = useRef(choice);
  const { setView } = useActions();
  useEffect(() => {
    if (choice !== first.current) setView('step');
  }, [choice, setView]);
}
