import type { Matrix } from '../core/math/matrix';
import type { Focus } from './focus';
import type { Network } from './network';
import type { Question } from './questions';
import type { Says, Seen } from './seen';
import type { At } from './turn';

/** What the stage shows when a beat begins: network and moment stay where they are left out, and without a focus all is shown. */
export interface Scene {
  readonly network?: Network;
  readonly at?: At;
  readonly focus?: Focus;
}

/** Something that the student is to do, noticed in whatever way it is done. */
export interface Wait {
  /** What to do, as an invitation. */
  readonly to: string;
  done(seen: Seen): boolean;
  /** What would do it in the student's place. */
  readonly help: { readonly network?: (network: Network) => Network; readonly at?: At };
}

/** A point of a curve: z and g(z). */
export type Point = readonly [z: number, a: number];

/** A table of words and numbers, matrices side by side, or a curve, that a beat lays beside the stage. */
export type Exhibit =
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'matrices';
      readonly caption: string;
      readonly items: readonly { readonly label: string; readonly matrix: Matrix }[];
    }
  | {
      readonly kind: 'curve';
      readonly caption: string;
      readonly points: readonly Point[];
      /** The point that is given; a line through it meets the curve where it has the same output. */
      readonly given?: Point | undefined;
    };

/** How a question comes back that was missed, where the usual other network would ask nothing new. */
export interface Again {
  readonly says: string;
  readonly network?: Network;
  readonly asks?: Question;
}

/** One thing at a time: a sentence or two, a scene, and what is asked or waited for, if anything is. */
export interface Beat {
  readonly says: Says;
  readonly scene?: Scene;
  readonly asks?: Question;
  readonly waits?: Wait;
  /** What the stage must not give away at this beat until its question is answered, where that is more than what is read. */
  readonly covers?: 'caches';
  /** Shown with the sentence. */
  readonly shows?: (seen: Seen) => Exhibit;
  /** Shown once the question is answered. */
  readonly reveals?: (seen: Seen) => Exhibit;
  /** Where the pass goes once the question is answered; after a question about reads it takes the step. */
  readonly plays?: At;
  readonly again?: Again;
  /** The beat that was missed, where this is the one that comes back of it. */
  readonly missed?: Beat;
}

/** A claim, settled by what the student does. */
export interface Lesson {
  /** The claim, as it was made. */
  readonly title: string;
  /** What it settles, for the list of lessons. */
  readonly settles: string;
  readonly minutes: number;
  readonly beats: readonly Beat[];
  /** What the stage shows with the last word, where it does not stay as it is. */
  readonly ends?: Scene;
  /** What the last beat says. It is worked out from the record, so that it stays true if the program changes. */
  readonly truth: (seen: Seen) => string;
  /** An invitation to check one's own code now, where the lesson leads there. */
  readonly yours?: string;
  /** The message that challenges others to do as well. */
  readonly challenge?: (seen: Seen) => string;
}

/** The beats of a lesson with the one that it ends in. */
export const beatsOf = ({ beats, truth, ends }: Lesson): readonly Beat[] => [
  ...beats,
  { says: truth, ...(ends && { scene: ends }) },
];
