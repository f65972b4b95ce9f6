/** A point of a picture, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A curve by its two ends and what pulls it from each. */
type Curve = readonly [Point, Point, Point, Point];

/** Curves that follow each other. */
export type Path = readonly Curve[];

/** How wide a path turns. */
export const TURN = 9;

/** A point on the way from one to another, at most so far from the first. */
function towards(from: Point, to: Point, most: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(most, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** A path along straight stretches from point to point, which turns in a curve at those between its ends. */
export function turning(points: readonly Point[]): Path {
  const path: Curve[] = [];
  let at = points[0]!;
  points.slice(1, -1).forEach((corner, i) => {
    const [into, out] = [towards(corner, points[i]!, TURN), towards(corner, points[i + 2]!, TURN)];
    path.push([at, at, into, into], [into, corner, corner, out]);
    at = out;
  });
  const end = points.at(-1)!;
  return [...path, [at, at, end, end]];
}

/** How far apart the points of a curve are that are looked at, and how many there are at least: a letter is wider. */
const [APART, FEWEST] = [3, 8];

/** Points of a path from end to end. Bernstein's polynomials, for cubics. */
export const pointsOn = (path: Path): Point[] =>
  path.flatMap(([a, b, c, d]) => {
    const length =
      Math.hypot(b.x - a.x, b.y - a.y) + Math.hypot(c.x - b.x, c.y - b.y) + Math.hypot(d.x - c.x, d.y - c.y);
    const count = Math.max(FEWEST, Math.ceil(length / APART));
    return Array.from({ length: count + 1 }, (_, i) => {
      const t = i / count;
      const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
      return { x: p * a.x + q * b.x + r * c.x + s * d.x, y: p * a.y + q * b.y + r * c.y + s * d.y };
    });
  });

/** A point so far behind the end of a path, and so far to the right of the way that leads there. */
export function atEnd(path: Path, back: number, aside: number): Point {
  const [start, , pull, end] = path.at(-1)!;
  const from = pull === end ? start : pull;
  const length = Math.hypot(end.x - from.x, end.y - from.y) || 1;
  const [across, down] = [(end.x - from.x) / length, (end.y - from.y) / length];
  return { x: end.x - across * back - down * aside, y: end.y - down * back + across * aside };
}

/** A path as SVG writes it. */
export const written = (path: Path): string =>
  path
    .map(([a, b, c, d], i) => `${i === 0 ? `M${a.x},${a.y} ` : ''}C${b.x},${b.y} ${c.x},${c.y} ${d.x},${d.y}`)
    .join(' ');
