import type { Matrix } from '../../math/matrix';
import type { BufferName } from '../../model/names';

/** How many decimals and how many significant digits a number has in its shortest form. */
function digitsOf(x: number): { readonly decimals: number; readonly significant: number } {
  const [digits, power] = Math.abs(x).toExponential().split('e') as [string, string];
  const significant = digits.replace('.', '').length;
  return { decimals: Math.max(0, significant - 1 - Number(power)), significant };
}

/** Up to so many decimals, numbers may have been printed as NumPy prints an array: with equally many for each. */
const PRINTED = 8;

/** With fewer decimals than this, a tensor says less about how it was written than the rest of its file does. */
const FEW = 4;

/**
 * How far each number of some tensors may be from what was rounded to it: half a unit in the last digit that is given.
 *
 * A number is read as it is written shortest, so that the zeros at its end are gone; those who print arrays give each
 * cell equally many decimals. So the digits given are those of a tensor's longest cell, or, where that has fewer than
 * four decimals, of the file's longest tensor: with 0.31 beside numbers of sixteen digits, 0.3100000000000000 is meant.
 * Fractions of a power of two, 0.5 and 3 among them, tell nothing of how numbers are rounded: they may be exact. Beyond
 * eight decimals numbers were printed with a power of ten, and equally many digits from the first on. A tensor of nothing
 * but zeros, unless all others have as few decimals as are printed, and a file of nothing but such fractions, are taken to
 * be exact: a short number is no licence to be off.
 */
export function roundedTo(
  tensors: ReadonlyMap<BufferName, Matrix>,
): (tensor: BufferName) => (x: number) => number {
  const longest = new Map(Array.from(tensors, ([name, matrix]) => [name, longestOf(matrix)]));
  const ofFile = { decimals: 0, significant: 0 };
  for (const { decimals, significant } of longest.values()) {
    ofFile.decimals = Math.max(ofFile.decimals, decimals);
    ofFile.significant = Math.max(ofFile.significant, significant);
  }
  return (tensor) => {
    const own = longest.get(tensor)!;
    const { decimals, significant } = own.decimals < FEW ? ofFile : own;
    const areZeros = tensors.get(tensor)!.data.every((x: number) => x === 0);
    if (decimals === 0 || (areZeros && decimals > PRINTED)) return () => 0;
    return (x) => {
      const fixed = 0.5 * 10 ** -decimals;
      if (decimals <= PRINTED || x === 0) return fixed;
      const power = Number(Math.abs(x).toExponential().split('e')[1]);
      return Math.max(fixed, 0.5 * 10 ** (power + 1 - significant));
    };
  };
}

/** The most digits of a cell that can't be exact; none where all cells are 0 or fractions of a power of two. */
function longestOf({ data }: Matrix) {
  const longest = { decimals: 0, significant: 0 };
  for (const x of data) {
    if (x === 0 || !Number.isFinite(x)) continue;
    const { decimals, significant } = digitsOf(x);
    if (Number.isInteger(x * 2 ** decimals)) continue;
    longest.decimals = Math.max(longest.decimals, decimals);
    longest.significant = Math.max(longest.significant, significant);
  }
  return longest;
}
