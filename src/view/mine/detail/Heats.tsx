import { useMemo } from 'react';
import { tensorOf } from '../../../core/checks/tensor-of';
import { largestMagnitude, type Matrix, zip } from '../../../core/math/matrix';
import { spoken } from '../../../core/model/names';
import type { Trace } from '../../../core/pass/trace';
import { inWords } from '../../../explain/numbers';
import type { Row } from '../../../mine';
import { selectHeldAgainst } from '../../../state/mine/held-against';
import { reachOf } from '../../../state/scales';
import { useStore } from '../../store';
import styles from './Detail.module.css';
import { Heat } from './Heat';

interface Props {
  readonly row: Row;
  /** Whether the page's pass with their mistakes in stands beside theirs. */
  readonly tried: boolean;
  readonly width: number;
}

/** What stands in the middle, and what it is called; what nobody brought is there in the page's own pass alone. */
function besideOf({ verdict, beside, withMistakes, tensor }: Row, tried: boolean, trace: Trace) {
  if (tried && withMistakes) return { title: 'The page, with your mistakes in', matrix: withMistakes };
  return verdict === 'mistake' || verdict === 'follows'
    ? { title: 'From your own inputs', matrix: beside! }
    : { title: `The page's ${spoken(tensor)}`, matrix: beside ?? tensorOf(trace, tensor)! };
}

/** More frames than that are a grid, and tell nothing. */
const MOST_FRAMES = 400;

/** The cells that are framed: those in which a mistake shows, where there are others. */
const framedOf = ({ off, beside }: Row): readonly number[] =>
  beside && off.length < beside.data.length && off.length <= MOST_FRAMES ? off : [];

const isOneShape = (a: Matrix, b: Matrix): boolean => a.rows === b.rows && a.cols === b.cols;

/** Theirs, what it is held against, and the difference of every cell, in one scale of colours. */
export function Heats({ row, tried, width }: Props) {
  const { theirs, tensor } = row;
  const trace = useStore(selectHeldAgainst);
  const beside = useMemo(() => besideOf(row, tried, trace), [row, tried, trace]);
  const { matrix } = beside;
  const difference = useMemo(
    () => (theirs && isOneShape(theirs, matrix) ? zip(theirs, matrix, (x, y) => x - y) : undefined),
    [theirs, matrix],
  );
  const scale = useMemo(() => reachOf(theirs ? [theirs, matrix] : [matrix]), [theirs, matrix]);
  const most = difference ? largestMagnitude(difference) : 0;
  const framed = tried ? [] : framedOf(row);
  const isRounding =
    most === 0 || row.verdict === 'agrees' || (tried ? row.isReproduced : row.verdict === 'follows');
  return (
    <div className={styles.heats}>
      {framed.length > 0 && (
        <p className={styles.shows}>
          It shows in {framed.length} of {matrix.data.length} cells, which are framed.
        </p>
      )}
      {theirs && (
        <Heat
          id="mine-theirs"
          title={`Your ${spoken(tensor)}`}
          matrix={theirs}
          scale={scale}
          width={width}
          framed={framed}
        />
      )}
      <Heat
        id="mine-beside"
        title={beside.title}
        matrix={matrix}
        scale={scale}
        width={width}
        framed={framed}
      />
      {difference && (
        <Heat
          id="mine-difference"
          title={isRounding ? 'No difference beyond rounding' : `Difference, at most ${inWords(most)}`}
          matrix={difference}
          scale={scale}
          width={width}
          framed={framed}
        />
      )}
    </div>
  );
}
