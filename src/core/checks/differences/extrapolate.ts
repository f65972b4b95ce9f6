/** A slope by central differences with one step h, and how far rounding may have taken it. */
export interface Difference {
  readonly slope: number;
  readonly noise: number;
}

/** A slope, and how far it may be from the true one. */
export interface Extrapolated {
  readonly slope: number;
  readonly error: number;
}

/** How many times shorter each step is than the one before it. */
export const RATIO = 4;

/** The factor for the error of a slope that only two steps support. */
const OF_TWO = 4;

/**
 * The slope at h = 0 from those of steps that are each `RATIO` times shorter, the longest first: an error that grows
 * with h² cancels between two of them, one with h⁴ among three (Richardson). The error is how far the extrapolations
 * from fewer steps are from it, plus the noise of the shortest step (Ridders, Accurate computation of F′(x) and
 * F′(x)F″(x), 1982); the slope with the least error is taken. Undefined for fewer than two steps.
 */
export function extrapolate(differences: readonly Difference[]): Extrapolated | undefined {
  let best: Extrapolated | undefined;
  let before: number[] = [];
  differences.forEach(({ slope, noise }, i) => {
    const row = [slope];
    for (let j = 1; j <= i; j++) {
      const factor = RATIO ** (2 * j);
      const [shorter, longer] = [row[j - 1]!, before[j - 1]!];
      const extrapolated = shorter + (shorter - longer) / (factor - 1);
      row.push(extrapolated);
      const spread = Math.max(Math.abs(extrapolated - shorter), Math.abs(extrapolated - longer));
      const error = (j === 1 ? OF_TWO : 1) * spread + 1.5 * noise;
      if (error < (best?.error ?? Infinity)) best = { slope: extrapolated, error };
    }
    before = row;
  });
  return best;
}
