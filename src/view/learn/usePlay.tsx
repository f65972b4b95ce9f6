import { createContext, useContext } from 'react';
import { type StoreApi, useStore as useVanilla } from 'zustand';
import type { LessonName } from '../../lessons/names';
import type { Seen } from '../../lessons/seen';
import { seenIn } from '../../state/learning/moment';
import type { Playing } from '../../state/learning/playing';
import { useStore } from '../store';

/** A lesson under way, for all that shows it. */
interface Provided {
  readonly name: LessonName;
  readonly play: StoreApi<Playing>;
}

export const PlayContext = createContext<Provided | undefined>(undefined);

function useProvided(): Provided {
  const provided = useContext(PlayContext);
  if (!provided) throw new Error('what shows a lesson stands within one');
  return provided;
}

/** Which lesson it is. */
export const useLessonName = (): LessonName => useProvided().name;

/** Something of the lesson under way, anew as soon as it changes. */
export const usePlay = <T,>(selector: (playing: Playing) => T): T => useVanilla(useProvided().play, selector);

/** What can be done in the lesson under way; it never changes. */
export const usePlayActions = () => useProvided().play.getState();

/** The beat that is on. */
export const useBeat = () => usePlay(({ beats, now }) => beats[now]!);

/** What the lesson sees of its student now. */
export function useSeen(): Seen {
  const measured = usePlay((playing) => playing.measured);
  return seenIn(
    useStore((state) => state),
    measured,
  );
}
