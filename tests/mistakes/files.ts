import { readFileSync } from 'node:fs';
import answers from './files/answers.json' with { type: 'json' };

/** What is wrong with a student's arrays, as who made them says. */
export interface Answer {
  readonly convention: string;
  readonly mistakes: readonly {
    readonly tensor: string;
    readonly cause: string;
    readonly detail?: unknown;
  }[];
}

/** Networks with a student's arrays each, and what is wrong with these. */
export const mistakes = Object.entries(answers as Readonly<Record<string, Answer>>);

/** A file of one of them, by its ending. */
export const fileOf = (name: string, ending: 'json' | 'npz'): Uint8Array =>
  new Uint8Array(readFileSync(`${import.meta.dirname}/files/${name}.${ending}`));

/** The same as who opens it on the page has it. */
export const openedFile = (name: string, ending: 'json' | 'npz'): File =>
  new File([new Uint8Array(fileOf(name, ending))], `${name}.${ending}`);
