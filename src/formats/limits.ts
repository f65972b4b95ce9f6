import { largest } from '../core/math/extremes';
import type { Sizes } from '../core/model/model';
import { countsOf, formulaSteps, lengthOf, type Written } from './work';

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
  /** Characters of all formulas that differ: reading one takes a third of a millisecond for each. */
  formulaText: 3000,
  /** Cells times characters of what somebody wrote for them, of each of which its tree has two parts at most: half a second of walking. */
  formulaWork: 5_000_000,
} as const;

/** What is too large about a model of these sizes, in a sentence; undefined where nothing is. */
export function tooLarge(sizes: Sizes): string | undefined {
  const {
    units: [, ...units],
    m,
  } = sizes;
  const { parameters, numbers, products } = countsOf(sizes);
  return (
    beyond('layers', units.length, limits.layers) ??
    beyond('units of a layer', largest(units), limits.units) ??
    beyond('examples, the columns of X', m, limits.examples) ??
    beyond('parameters', parameters, limits.parameters) ??
    beyond('numbers in one pass', numbers, limits.numbers) ??
    beyond('multiplications in one pass', products, limits.work)
  );
}

/**
 * What is too much about the formulas of a model's layers, in a sentence; undefined where nothing is. They are walked cell by
 * cell, which costs more than any product; and their text alone tells how long that can take, before any is read.
 */
export function tooLong(layers: readonly Written[], sizes: Sizes): string | undefined {
  const texts = new Map(layers.map((layer) => [textOf(layer), lengthOf(layer)]));
  const steps = formulaSteps(layers, sizes);
  return (
    beyond('characters in all formulas and their slopes', sum([...texts.values()]), limits.formulaText) ??
    beyond('cells times characters of their formulas', steps, limits.formulaWork)
  );
}

const textOf = ({ own }: Written) => own && JSON.stringify([own.formula, own.slope, own.slopeFromA]);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

function beyond(what: string, count: number, most: number): string | undefined {
  const grouped = (n: number) => n.toLocaleString('en');
  return count > most
    ? `${what}: expected at most ${grouped(most)}, but found ${grouped(count)}.`
    : undefined;
}
