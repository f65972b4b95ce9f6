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

/** How many points of a curve are looked at: closer together than a letter is wide. */
const LOOKED_AT = 120;

/** How far the head of an arrow stands out over the end of its line. */
const TIP = 5;

/** Where the head of the arrow at a path's end points. */
function tipOf(path: Path): Point {
  const [a, b, c, end] = path.at(-1)!;
  const before = [c, b, a].find(({ x, y }) => x !== end.x || y !== end.y) ?? a;
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const by = TIP / length;
  return { x: end.x + (end.x - before.x) * by, y: end.y + (end.y - before.y) * by };
}

/** Points of a path from end to end, and to the tip of its arrow. Bernstein's polynomials, for cubics. */
export const pointsOn = (path: Path): Point[] => [
  ...path.flatMap(([a, b, c, d]) =>
    Array.from({ length: LOOKED_AT + 1 }, (_, i) => {
      const t = i / LOOKED_AT;
      const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
      return { x: p * a.x + q * b.x + r * c.x + s * d.x, y: p * a.y + q * b.y + r * c.y + s * d.y };
    }),
  ),
  tipOf(path),
];

/** A path as SVG writes it. */
export const written = (path: Path): string =>
  path
    .map(([a, b, c, d], i) => `${i === 0 ? `M${a.x},${a.y} ` : ''}C${b.x},${b.y} ${c.x},${c.y} ${d.x},${d.y}`)
    .join(' ');
