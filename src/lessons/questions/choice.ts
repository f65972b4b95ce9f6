import type { Seen } from '../seen';
import { judgementOf, type Kind, type Note } from './kind';

/** Something to choose; whether it holds is for the record to say, and why. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly holds: boolean;
  readonly why: string;
}

/** One of several, or all that hold; what is chosen from follows from the record, and so does what holds. */
export interface ChoiceQuestion {
  readonly kind: 'choice';
  readonly ask: string | ((seen: Seen) => string);
  /** Whether any number of them may hold; else it is just one. */
  readonly many?: boolean;
  /** How many are to be chosen, where the question says so. */
  takes?(seen: Seen): number;
  options(seen: Seen): readonly Option[];
  /** Whether it is about something else than the network: what holds then holds in any. */
  readonly isOfAny?: boolean;
  /** What is measured before it can be judged. */
  readonly measures?: Measures;
}

/** Two rules that are timed on this machine, on layers of that activation. */
export interface Measures {
  readonly rules: readonly [string, string];
  readonly activation: 'tanh' | 'sigmoid';
  readonly size: { readonly layers: number; readonly units: number; readonly m: number };
}

/** By what a measurement is remembered. */
export const sizeKey = ({ rules, activation, size }: Measures): string =>
  [...rules, activation, size.layers, size.units, size.m].join(' ');

/** Questions with options. */
export const choice: Kind<ChoiceQuestion> = {
  right: ({ options }, seen) =>
    options(seen)
      .filter(({ holds }) => holds)
      .map(({ id }) => id),
  judge({ options, many }, given, seen) {
    const offered = options(seen);
    const reason = offered.find(({ holds }) => holds)?.why;
    const notes = offered.flatMap(({ id, label, holds, why }): Note[] => {
      const chosen = given.includes(id);
      if (!chosen && !holds) return [];
      const mark = chosen && holds ? 'right' : chosen ? 'mistaken' : 'missed';
      // The same reason is not given twice.
      if (mark === 'mistaken' && !many && why === reason) return [{ mark, of: id, says: `Not “${label}”.` }];
      return [{ mark, of: id, says: many || mark === 'missed' ? `${label}: ${why}` : why }];
    });
    return judgementOf(notes);
  },
};
