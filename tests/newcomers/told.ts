import type { Step, Trace } from '../../src/core/pass/trace';
import { explain } from '../../src/explain/cell-sum';
import { codeOf, type Language, languages } from '../../src/explain/code';
import { readsOf, writesOf } from '../../src/explain/narration';
import { remarkOn } from '../../src/explain/remark';
import { sentenceOf } from '../../src/explain/sentences';
import type { Reckoning } from '../../src/explain/sums/reckoning';
import { formulasOf } from '../../src/explain/tex';
import { titleOf } from '../../src/explain/title';
import { exportKinds } from '../../src/formats/exports';

/** What shows that somebody wrote a text around something that is not there. */
const HOLE = /undefined|\[object|^\s*$/;

/** What went wrong when it was asked for, in a few words; undefined where a text came, and has no hole in it. */
function fault(what: string, ask: () => readonly string[]): string | undefined {
  try {
    const texts = ask();
    const hole = texts.find((text) => HOLE.test(text));
    return texts.length === 0 ? `${what}: nothing` : hole === undefined ? undefined : `${what}: ${hole}`;
  } catch (error) {
    return `${what}: ${(error as Error).message}`;
  }
}

const faults = (asked: Iterable<readonly [string, () => readonly string[]]>): string[] =>
  Array.from(asked, ([what, ask]) => fault(what, ask)).filter((said) => said !== undefined);

/** The title of a step and the sentence on it. */
export const wordsOf = (step: Step, trace: Trace): string =>
  `${titleOf(step, trace)}. ${sentenceOf(step, trace)}`;

const called = ({ phase, op, layer }: Step): string => `${phase} ${op} ${layer}`;

/** What is missing where each step is told in words. */
export const faultsOfWords = (trace: Trace): string[] =>
  faults(
    trace.steps.map((step) => [
      called(step),
      () => [
        titleOf(step, trace),
        sentenceOf(step, trace),
        remarkOn(step, trace) ?? 'no remark',
        ...[...readsOf(step, trace), ...writesOf(step)].map(({ tensor, says }) => `${tensor} ${says}`),
      ],
    ]),
  );

/** What is missing where each step is told in formulas. */
export const faultsOfFormulas = (trace: Trace): string[] =>
  faults(trace.steps.map((step) => [called(step), () => formulasOf(step, trace)]));

/** The code of a step. */
export const textOf = (step: Step, trace: Trace, language: Language): string =>
  codeOf(step, trace, language)
    .map(({ tokens }) => tokens.map(({ text }) => text).join(''))
    .join('\n');

/** What is missing where each step is told in code. */
export const faultsOfCode = (trace: Trace): string[] =>
  faults(
    trace.steps.flatMap((step) =>
      languages.map(
        (language) => [`${called(step)} in ${language}`, () => [textOf(step, trace, language)]] as const,
      ),
    ),
  );

const sumOf = ({ terms, minus = 0, dividedBy = 1 }: Reckoning): number =>
  terms.reduce((sum, term) => sum + term.reduce((product, factor) => product * factor, 1), 0) / dividedBy -
  minus;

/** What is wrong where the first cell of all that a step wrote is written out as a sum. */
export const faultsOfCells = (trace: Trace): string[] =>
  faults(
    trace.steps.flatMap((step) =>
      step.writes.map(
        ({ name }) =>
          [
            `${called(step)}: ${name}`,
            () => {
              const { value, reckoning } = explain({ tensor: name, row: 0, col: 0 }, trace, step.index)!;
              if (!reckoning) return ['given'];
              const sum = sumOf(reckoning);
              if (Math.abs(sum - value) > 1e-9 * Math.abs(value)) throw new Error(`${sum} is not ${value}`);
              return ['right'];
            },
          ] as const,
      ),
    ),
  );

/** What is missing in a pass taken away as each kind of file; a kind that cannot say something says so by writing none. */
export const faultsOfExports = (trace: Trace): string[] =>
  faults(
    Object.entries(exportKinds).map(([kind, { write }]) => [
      kind,
      () => {
        const pieces = write(trace, 'newcomer') ?? ['a sentence that this kind cannot say it'];
        return [pieces.map((piece) => (typeof piece === 'string' ? piece : 'bytes')).join('')];
      },
    ]),
  );

/** The kinds of files that do not take a pass; the menu says so in a sentence. */
export const refusedBy = (trace: Trace): string[] =>
  Object.entries(exportKinds).flatMap(([kind, { write }]) => (write(trace, 'newcomer') ? [] : [kind]));
