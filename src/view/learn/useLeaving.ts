import { createContext, useContext } from 'react';
import type { LessonName } from '../../lessons/names';

/** The ways out of a lesson: to another one, to their list, to the student's own network, and to their own code. */
export interface Leaving {
  toLesson(name: LessonName): void;
  toList(): void;
  toOwn(): void;
  /** To where arrays of the student's own are checked, against the network that is open there. */
  toMine(): void;
  /** Hands over a script of that network with nothing solved, which saves such arrays. */
  startOwn(): Promise<void>;
}

export const LeavingContext = createContext<Leaving | undefined>(undefined);

/** The ways out of the lesson that this stands in. */
export function useLeaving(): Leaving {
  const leaving = useContext(LeavingContext);
  if (!leaving) throw new Error('what leaves a lesson stands within one');
  return leaving;
}
