import type { Activation } from '../activations';
import { type ColumnPair, columnPairs, columnWitness, mixesCells } from './columns';
import { curveOf } from './curve';
import { search } from './search';
import type { Witness } from './witness';

/** Whether backward can do with A alone, in the words of the page; nothing to judge where g has no slope at all. */
export type Verdict = 'A is enough' | 'A is enough while alpha ≥ 0' | 'Z is needed' | 'nothing to judge';

/** A verdict at one alpha: with the proof where A is not enough, a pair of numbers or, for softmax's like, of columns. */
export interface VerdictAt {
  readonly alpha: number;
  readonly isEnough: boolean;
  readonly witness?: Witness;
  readonly columns?: ColumnPair;
  /** Set where g has no finite value and slope anywhere. */
  readonly isUndefined?: true;
}

/** Whether A is enough for an activation at one alpha, found by a search on its forward and its backward from Z. */
export function verdictAt(activation: Activation, alpha: number): VerdictAt {
  if (mixesCells(activation, alpha)) {
    const columns = columnWitness(columnPairs(activation, alpha));
    return { alpha, isEnough: !columns, ...(columns && { columns }) };
  }
  const finding = search(curveOf(activation, alpha));
  if (finding.kind === 'undefined') return { alpha, isEnough: false, isUndefined: true };
  return finding.kind === 'witness'
    ? { alpha, isEnough: false, witness: finding.witness }
    : { alpha, isEnough: true };
}

/** The sizes of alpha that are tried with both signs, besides the usual one and 0. */
const SIZES = [0.2, 1, 2];

/** The alphas that a verdict is looked for at: 0 alone where there is no parameter. */
export const alphasTried = ({ alpha }: Activation): readonly number[] =>
  alpha === undefined ? [0] : [...new Set([alpha, ...SIZES])].flatMap((size) => [size, -size]).concat(0);

/** The verdict for an activation at all alphas, and what was found at each of those that were tried. */
export const verdictOf = (activation: Activation): { verdict: Verdict; found: readonly VerdictAt[] } =>
  verdictFrom(
    activation,
    alphasTried(activation).map((alpha) => verdictAt(activation, alpha)),
  );

/** The verdict that follows from what was found at each alpha that is tried. */
export function verdictFrom(
  activation: Activation,
  found: readonly VerdictAt[],
): { verdict: Verdict; found: readonly VerdictAt[] } {
  const isEnough = (those: readonly VerdictAt[]): boolean => those.every((at) => at.isEnough);
  const verdict: Verdict = isEnough(found)
    ? 'A is enough'
    : activation.alpha !== undefined && isEnough(found.filter(({ alpha }) => alpha >= 0))
      ? 'A is enough while alpha ≥ 0'
      : 'Z is needed';
  return { verdict, found };
}
