import * as v from 'valibot';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { isLessonName, type LessonName } from '../../lessons/names';
import { counted, type Tally } from '../../lessons/predict';
import { onDevice } from '../shown/stored';

/** What the device remembers of its student: lessons that are done, and what was predicted. */
interface Progress {
  readonly done: readonly LessonName[];
  /** By the kind of step. */
  readonly tallies: Readonly<Record<string, Tally>>;
  finish(lesson: LessonName): void;
  count(kind: string, isRight: boolean): void;
  /** Begins the score of predictions anew. */
  resetScore(): void;
}

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

const storedSchema = v.object({
  done: v.fallback(v.array(v.string()), []),
  tallies: v.fallback(
    v.record(v.string(), v.object({ asked: wholeNumber, right: wholeNumber, streak: wholeNumber })),
    {},
  ),
});

/** What a student has done. It stays on the device. */
export const useProgress = create<Progress>()(
  persist(
    (set, get) => ({
      done: [],
      tallies: {},
      finish(lesson) {
        if (!get().done.includes(lesson)) set({ done: [...get().done, lesson] });
      },
      count: (kind, isRight) =>
        set({ tallies: { ...get().tallies, [kind]: counted(get().tallies[kind], isRight) } }),
      resetScore: () => set({ tallies: {} }),
    }),
    {
      name: 'cacheback-progress',
      storage: onDevice(),
      partialize: ({ done, tallies }) => ({ done, tallies }),
      // What stands in the storage is read like a file: what is no lesson and no score is ignored.
      merge: (stored, state) => {
        const read = v.safeParse(storedSchema, stored);
        if (!read.success) return state;
        return { ...state, ...read.output, done: read.output.done.filter(isLessonName) };
      },
    },
  ),
);

/** How many predictions were asked and right, of all kinds. */
export function scoreOf(tallies: Progress['tallies']): { asked: number; right: number } {
  const all = Object.values(tallies);
  const sum = (of: 'asked' | 'right') => all.reduce((total, tally) => total + tally[of], 0);
  return { asked: sum('asked'), right: sum('right') };
}
