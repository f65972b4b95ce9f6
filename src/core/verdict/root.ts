/**
 * The z between two where f, of opposite signs at the two or zero at one, comes closest to zero: a neighbour of the
 * root in float64. Chandrupatla, A new hybrid quadratic/bisection algorithm (1997): an inverse parabola through three
 * points where it can be trusted, the middle elsewhere.
 */
export function rootBetween(f: (z: number) => number, from: number, to: number): number {
  let [newest, opposite, oldest] = [from, to, to];
  let [atNewest, atOpposite, atOldest] = [f(from), f(to), f(to)];
  let part = 0.5;
  while (atNewest !== 0 && atOpposite !== 0) {
    const z = newest + part * (opposite - newest);
    if (z === newest || z === opposite) break;
    const y = f(z);
    [oldest, atOldest] = [newest, atNewest];
    if (y > 0 !== atNewest > 0)
      [oldest, opposite, atOldest, atOpposite] = [opposite, newest, atOpposite, atNewest];
    [newest, atNewest] = [z, y];
    const xi = (newest - opposite) / (oldest - opposite);
    const phi = (atNewest - atOpposite) / (atOldest - atOpposite);
    const trusted = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    const parabola =
      (atNewest / (atOpposite - atNewest)) * (atOldest / (atOpposite - atOldest)) +
      ((oldest - newest) / (opposite - newest)) *
        (atNewest / (atOldest - atNewest)) *
        (atOpposite / (atOldest - atOpposite));
    // Never closer to an end than rounding can tell, or the other end would stand still.
    const closest = (2 * Number.EPSILON * Math.abs(newest)) / Math.abs(opposite - newest);
    part = trusted ? Math.min(1 - closest, Math.max(closest, parabola)) : 0.5;
    if (!(closest < 0.5)) part = 0.5;
  }
  return Math.abs(atNewest) <= Math.abs(atOpposite) ? newest : opposite;
}
