import { useMemo } from 'react';
import { difference } from '../../compare/summary';
import { cell as cellOf, largestMagnitude, type Matrix, map } from '../../core/math/matrix';
import { parseName } from '../../core/model/names';
import type { Spot } from '../../core/pass/frames/place';
import { inWords } from '../../explain/numbers';
import { selectRunScales } from '../../state/compared';
import type { Run } from '../../state/runs';
import { type Scale, scaleFor } from '../../state/scales';
import { inPower } from '../numbers';
import { placeThing } from '../stage/drawing/place';
import { Heatmap } from '../stage/elements/cells/Heatmap';
import { usePointing, useStore } from '../store';
import styles from './Compare.module.css';

/** What a heatmap of differences takes at most, and one of its cells. */
const MOST = { width: 320, height: 160 };
const CELL = { width: 30, height: 18 };

/** The power of ten in which numbers of that size are written with one digit before the point. */
const unitOf = (magnitude: number): number => (magnitude === 0 ? 1 : 10 ** Math.floor(Math.log10(magnitude)));

const inUnit = ({ usual, most }: Scale, unit: number): Scale => ({ usual: usual / unit, most: most / unit });

/** How large a difference is, in words. */
function sizeOf({ data }: Matrix, magnitude: number, unit: number): string {
  const undefinedCells = data.filter((x) => !Number.isFinite(x)).length;
  const cells = `${undefinedCells} ${undefinedCells === 1 ? 'cell' : 'cells'}`;
  const least = undefinedCells === 0 ? 'no difference' : '';
  const most = magnitude === 0 ? least : `at most ${inWords(magnitude)}, cells in ${inPower(unit)}`;
  return [undefinedCells > 0 && `NaN or infinity in ${cells}`, most].filter(Boolean).join('; ');
}

interface Props {
  readonly tensor: string;
  readonly first: Run;
  readonly other: Run;
  readonly number: number;
}

/**
 * The difference of a tensor between two runs, cell by cell: in numbers of a power of ten that its size asks for, in the
 * colours that the tensor itself has, so that what is far below its numbers is not drawn as if it were as large.
 */
export function DifferenceMap({ tensor, first, other, number }: Props) {
  const id = `difference${number}`;
  const scale = scaleFor(tensor, useStore(selectRunScales.layer));
  const pointed = usePointing(({ cell }) => (cell?.place === id ? cell : undefined));
  const matrix = useMemo(
    () => difference(other.trace.buffers.get(tensor)!, first.trace.buffers.get(tensor)!),
    [tensor, first, other],
  );
  const magnitude = largestMagnitude(matrix);
  const unit = unitOf(magnitude);
  const inUnits = useMemo(() => map(matrix, (x) => x / unit), [matrix, unit]);
  const box = {
    x: 0,
    y: 20,
    width: Math.min(MOST.width, matrix.cols * CELL.width),
    height: Math.min(MOST.height, matrix.rows * CELL.height),
  };
  const spot: Spot = { lane: 'backward', tensor, layer: parseName(tensor).layer, state: 'held' };
  return (
    <figure className={styles.difference} style={{ minHeight: box.height + 20, minWidth: box.width }}>
      <Heatmap
        id={id}
        thing={placeThing({ key: id, spot, matrix: inUnits, scale: inUnit(scale, unit), box })}
      />
      <figcaption style={{ paddingTop: box.height + 24 }}>
        Rule {number} − rule 1: {sizeOf(matrix, magnitude, unit)}
        {pointed && (
          <output>
            {' '}
            · row {pointed.row + 1}, column {pointed.col + 1}:{' '}
            <strong>{inWords(cellOf(matrix, pointed.row, pointed.col))}</strong>
          </output>
        )}
      </figcaption>
    </figure>
  );
}
