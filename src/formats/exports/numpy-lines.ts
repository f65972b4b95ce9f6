import type { CacheEvent, Step } from '../../core/pass/trace';
import { pythonText } from './python';

/** The events of a kind in a step. */
export const eventsOf = ({ cache }: Step, kind: CacheEvent['kind']): readonly CacheEvent[] =>
  cache.filter((event) => event.kind === kind);

/** Holds a variable, by default that of its own name, against the page's tensor. */
export const check = (name: string, variable = name): string => `check(${pythonText(name)}, ${variable})`;

/** Several values as Python packs them: one alone as itself. */
export const packed = (names: readonly string[]): string =>
  names.length === 0 ? 'None' : names.length === 1 ? names[0]! : `(${names.join(', ')})`;
