import { relative } from 'node:path';

/** What Vitest's JSON report has of a run, as far as it is read here. */
export interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** A test that failed, and what repeats it. */
export interface Failure {
  readonly file: string;
  /** The names of its groups and its own; nothing where its file could not be run at all. */
  readonly test: string;
  readonly seed: number;
  /** Where among the draws of that seed; nothing where it was no property that failed. */
  readonly path: string | undefined;
  readonly message: string;
}

/** The failures of a round whose seed was this one. */
export function failuresIn({ testResults }: Report, seed: number, root: string): Failure[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(root, name).replaceAll('\\', '/');
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return message ? [{ file, test: '', seed, path: undefined, message }] : [];
    return failed.map(({ fullName, failureMessages }): Failure => {
      const text = (failureMessages ?? []).join('\n');
      // As fast-check ends its message: { seed: 1, path: "3:0:1", endOnFailure: true }
      const told = /\{ seed: (-?\d+), path: "([\d:]*)"/.exec(text);
      return { file, test: fullName, seed: told ? Number(told[1]) : seed, path: told?.[2], message: text };
    });
  });
}

/** The command that repeats a failure, to be pasted into a shell. */
export function commandFor({ file, test, seed, path }: Failure): string {
  // With =, so that a seed below 0 is not taken for an option.
  const options = [
    `--seed=${seed}`,
    path && `--path=${path}`,
    `--file=${file}`,
    test && `--test=${quoted(test)}`,
  ];
  return `npm run test:explore -- ${options.filter(Boolean).join(' ')}`;
}

/** A text as one word of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
