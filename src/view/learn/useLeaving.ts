import { createContext, useContext } from 'react';
import type { LessonName } from '../../lessons/names';

/** The ways out of a lesson: to another one, to their list, and to the student's own network. */
export interface Leaving {
  toLesson(name: LessonName): void;
  toList(): void;
  toOwn(): void;
}

export const LeavingContext = createContext<Leaving | undefined>(undefined);

/** The ways out of the lesson that this stands in. */
export function useLeaving(): Leaving {
  const leaving = useContext(LeavingContext);
  if (!leaving) throw new Error('what leaves a lesson stands within one');
  return leaving;
}
