import { line } from 'd3-shape';
import { activationOf, type Named } from '../../core/activations';
import { largest, smallest } from '../../core/math/extremes';
import { fromRows } from '../../core/math/matrix';
import { linear } from '../plot/linear';

const WIDTH = 34;
const HEIGHT = 18;
const REACH = 4;

/** What is higher than this would make all else flat. */
const HIGHEST = 60;

const zs = Array.from({ length: 41 }, (_, i) => (i / 20 - 1) * REACH);

/** A small curve of g over z from −4 to 4. Softmax, which needs company, is drawn against a second output of 0. */
export function Curve({ of, alpha }: { of: Named; alpha: number }) {
  const rows = activationOf(of).mixesColumns ? [zs, zs.map(() => 0)] : [zs];
  const A = activationOf(of).forward(fromRows(rows, 'float64'), alpha);
  const values = Array.from(A.data.subarray(0, zs.length));
  const x = linear([-REACH, REACH], [1, WIDTH - 1]);
  const finite = values.filter((value) => Math.abs(value) < HIGHEST);
  const y = linear([smallest([...finite, -0.2]), largest([...finite, 1])], [HEIGHT - 2, 2]);
  const path = line<number>(
    (_, i) => x(zs[i]!),
    (value) => y(value),
  ).defined((value) => Math.abs(value) < HIGHEST)(values);
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path d={`M1,${y(0)}H${WIDTH - 1}`} stroke="var(--line)" />
      <path d={path ?? ''} fill="none" stroke="var(--forward)" strokeWidth="1.7" strokeLinejoin="round" />
    </svg>
  );
}
