import { type Dropout, usualDropout } from '../../core/model/regularisation';
import { areNumbers, isRows, listed, type Raw, transposedRows } from '../meant/raw';
import { broughtFrom } from './brought';

/** The dropout that arrays tell of, and whether they tell its keep_prob as well. */
export interface DropoutTold {
  readonly dropout: Dropout;
  readonly isWhole: boolean;
}

/** D of a layer with so many units, (units, m); an array with examples in rows is turned. Undefined where it is no such mask. */
export function maskIn(D: unknown, units: number | undefined): Dropout['D'] {
  if (!isRows(D) || !areNumbers(D) || !D.flat().every((x) => x === 0 || x === 1)) return undefined;
  const rows = D.length === units ? D : transposedRows(D);
  return rows.length === units ? (rows as number[][]) : undefined;
}

/**
 * The dropout of a layer that has a D among its arrays: A over Adrop tells keep_prob, else it is as in the layer that is
 * `likely`, or as is usual. Undefined where no D fits the units.
 */
export function dropoutTold(
  { D, A, Adrop }: Raw,
  units: number | undefined,
  likely: Dropout | undefined,
): DropoutTold | undefined {
  const mask = maskIn(D, units);
  if (!mask) return undefined;
  const told = keepProbIn(A, Adrop);
  const { keep_prob, ...rest } = likely ?? { ...usualDropout, seed: 1 };
  return { dropout: { ...rest, keep_prob: told ?? keep_prob, D: mask }, isWhole: told !== undefined };
}

/** How far a ratio may be from the short number that somebody wrote: float32 and printed digits are within that. */
const SHORT = 1e-6;

/** A over Adrop, where something is kept: at the largest A, which rounding changes least. */
function keepProbIn(A: unknown, Adrop: unknown): number | undefined {
  const [before, after] = [broughtFrom(A)?.data, broughtFrom(Adrop)?.data];
  if (!before || before.length !== after?.length) return undefined;
  const kept = Array.from(before.keys()).filter((k) => after[k] !== 0 && before[k] !== 0);
  const [largest] = kept.toSorted((a, b) => Math.abs(before[b]!) - Math.abs(before[a]!));
  if (largest === undefined) return undefined;
  const ratio = before[largest]! / after[largest]!;
  const short = Number(ratio.toPrecision(3));
  const keep_prob = Math.abs(short / ratio - 1) < SHORT ? short : ratio;
  return keep_prob > 0 && keep_prob <= 1 ? keep_prob : undefined;
}

/** Says which layers have dropout, and where its keep_prob comes from. */
export function dropoutRemarks(told: readonly (DropoutTold | undefined)[]): string[] {
  return told.flatMap((of, i) => {
    if (!of) return [];
    const { keep_prob } = of.dropout;
    const has = `layer ${i + 1} has dropout`;
    return of.isWhole
      ? [
          `D[${i + 1}] tells that ${has}, and A[${i + 1}] over Adrop[${i + 1}] that its keep_prob is ${keep_prob}.`,
        ]
      : [
          `D[${i + 1}] tells that ${has}, but not its keep_prob, which is ${keep_prob} here. Choose another if it was, or bring ${listed([`A[${i + 1}]`, `Adrop[${i + 1}]`])} as well.`,
        ];
  });
}
