import type { Sizes } from '../core/model';

/** How large a model may be. A page is for looking: beyond this, no one can, and the browser would stop answering. */
export const limits = {
  layers: 64,
  units: 4096,
  examples: 65_536,
  parameters: 4_000_000,
  fileBytes: 64 * 2 ** 20,
  /** Numbers in all tensors of one pass. */
  numbers: 40_000_000,
  /** Multiply-adds of one pass: a few seconds of work. */
  work: 4_000_000_000,
} as const;

const grouped = (n: number): string => n.toLocaleString('en');

/** What is too large about a model of these sizes, in a sentence; undefined where nothing is. */
export function tooLarge({ units, m }: Sizes): string | undefined {
  const pairs = units.slice(1).map((n, i) => n * (units[i]! + 1));
  const parameters = pairs.reduce((sum, n) => sum + n, 0);
  const cells = m * units.slice(1).reduce((sum, n) => sum + n, 0);
  const beyond = (what: string, count: number, most: number) =>
    count > most ? `${what}: expected at most ${grouped(most)}, but found ${grouped(count)}.` : undefined;
  return (
    beyond('layers', units.length - 1, limits.layers) ??
    beyond('units of a layer', Math.max(...units), limits.units) ??
    beyond('examples', m, limits.examples) ??
    beyond('parameters', parameters, limits.parameters) ??
    beyond(
      'numbers in one pass (Z, A, dZ, dA and the gradients)',
      4 * cells + 2 * parameters,
      limits.numbers,
    ) ??
    beyond('multiplications in one pass', 3 * m * parameters, limits.work)
  );
}
