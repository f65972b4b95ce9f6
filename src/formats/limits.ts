import { largest } from '../core/math/extremes';
import type { Sizes } from '../core/model/model';

/** How large a model may be. Beyond it, nobody can see anything, and the browser would stop answering. */
export const limits = {
  layers: 64,
  units: 4096,
  examples: 65_536,
  parameters: 4_000_000,
  fileBytes: 64 * 2 ** 20,
  seed: 2 ** 31 - 1,
  /** Numbers in all tensors of one pass: 400 MB of float32. The other limits at once would allow a thousand times more. */
  numbers: 100_000_000,
  /** Multiply-adds of one pass: about ten seconds of work, in which the page does not answer. */
  work: 20_000_000_000,
} as const;

/** What is too large about a model of these sizes, in a sentence; undefined where nothing is. */
export function tooLarge({ units: [inputs, ...units], m }: Sizes): string | undefined {
  const inputsOf = (i: number) => (i === 0 ? inputs! : units[i - 1]!);
  const parameters = sum(units.map((n, i) => n * (inputsOf(i) + 1)));
  return (
    beyond('layers', units.length, limits.layers) ??
    beyond('units of a layer', largest(units), limits.units) ??
    beyond('examples, the columns of X', m, limits.examples) ??
    beyond('parameters', parameters, limits.parameters) ??
    beyond('numbers in one pass', m * (inputs! + 4 * sum(units)) + 2 * parameters, limits.numbers) ??
    beyond('multiplications in one pass', 3 * m * parameters, limits.work)
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

function beyond(what: string, count: number, most: number): string | undefined {
  const grouped = (n: number) => n.toLocaleString('en');
  return count > most
    ? `${what}: expected at most ${grouped(most)}, but found ${grouped(count)}.`
    : undefined;
}
