import type { DataSet } from './data-set';
import { iris } from './iris';
import { type Random, random } from './random';
import { standardised } from './standardise';

/** The most examples of a set that is computed; files may bring more. */
const MOST = 4096;

/** A set of two classes in the plane: `point(t, label, random)` for t evenly spread over [0, 1] in each class. */
const planar = (
  label: string,
  point: (t: number, label: number, random: Random) => readonly [number, number],
): DataSet => ({
  label,
  features: 2,
  classes: 2,
  most: MOST,
  make(m, source) {
    const first = Math.ceil(m / 2);
    const labels = Array.from({ length: m }, (_, i) => Number(i >= first));
    const points = labels.map((y, i) => {
      const [k, count] = y === 0 ? [i, first] : [i - first, m - first];
      return point(count > 1 ? k / (count - 1) : 0, y, source);
    });
    return { points, labels };
  },
});

/** Every data set there is, by its name in links. To add one is to add it here. */
export const dataSets = {
  /** As in the course's load_planar_dataset. */
  flowers: planar('Planar flowers', (t, y, { normal }) => {
    const angle = (t + y) * 3.12 + 0.2 * normal();
    const radius = 4 * Math.sin(4 * angle) + 0.2 * normal();
    return [radius * Math.sin(angle), radius * Math.cos(angle)];
  }),
  moons: planar('Moons', (t, y, { normal }) => {
    const angle = Math.PI * t;
    const [x1, x2] =
      y === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    return [x1 + 0.1 * normal(), x2 + 0.1 * normal()];
  }),
  circles: planar('Circles', (t, y, { normal }) => {
    const angle = 2 * Math.PI * t;
    const radius = y === 0 ? 1 : 0.5;
    return [radius * Math.cos(angle) + 0.05 * normal(), radius * Math.sin(angle) + 0.05 * normal()];
  }),
  spiral: planar('Spiral', (t, y, { normal }) => {
    const angle = Math.PI * (2 * t + y) + 0.1 * normal();
    return [(0.2 + t) * Math.cos(angle), (0.2 + t) * Math.sin(angle)];
  }),
  xor: planar('Xor', (_, y, { uniform }) => {
    const side = uniform() < 0.5 ? 1 : -1;
    const [x1, x2] = [0.1 + 0.9 * uniform(), 0.1 + 0.9 * uniform()];
    return [side * x1, (y === 0 ? side : -side) * x2];
  }),
  iris,
} satisfies Record<string, DataSet>;

export type DataSetName = keyof typeof dataSets;

export const dataSetNames = Object.keys(dataSets) as DataSetName[];

/** The stream of a seed that data is drawn from; parameters use the streams of their layers. */
const DATA_STREAM = 0;

/** X (n_0, m), each feature standardised, and Y: (1, m) for two classes, one-hot (classes, m) for more. */
export function drawData(name: DataSetName, m: number, seed: number): { X: number[][]; Y: number[][] } {
  const { make, features, classes } = dataSets[name];
  const { points, labels } = make(m, random(seed, DATA_STREAM));
  const X = Array.from({ length: features }, (_, i) => standardised(points.map((point) => point[i]!)));
  const rows = classes === 2 ? [1] : Array.from({ length: classes }, (_, c) => c);
  return { X, Y: rows.map((c) => labels.map((label) => Number(label === c))) };
}
