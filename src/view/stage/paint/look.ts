import { areSameBits } from '../../../core/math/bits';
import type { Matrix } from '../../../core/math/matrix';
import type { Scale } from '../../../state/scales';
import { inCell } from '../../numbers';
import type { Cell } from '../layout/measure';
import { shadingOf, type ThemeName } from './colours';

/** All that the pixels of a canvas follow from. */
export interface Look extends Cell {
  readonly matrix: Matrix;
  readonly scale: Scale;
  readonly theme: ThemeName;
  /** Pixels of the screen to one of CSS. */
  readonly ratio: number;
}

/** Up to how many cells are compared one by one: larger matrices have no numbers to write, which is what takes long. */
const COMPARED = 1_024;

/** Whether all cells of two matrices have the same shades, signs and two digits, though not the same bits. */
function cellsLookAlike(a: Look, b: Look): boolean {
  const [inA, inB] = [shadingOf(a.scale, a.theme), shadingOf(b.scale, b.theme)];
  return a.matrix.data.every((value, i) => {
    const other = b.matrix.data[i]!;
    return (
      inA.indexOf(value) === inB.indexOf(other) &&
      (Object.is(value, other) || (value < 0 === other < 0 && inCell(value) === inCell(other)))
    );
  });
}

/**
 * Whether a canvas would be painted the same: another pass often has the same numbers, or numbers that differ in bits
 * which nobody sees, and to compare them is far quicker than to paint them.
 */
export function looksLike(a: Look, b: Look): boolean {
  const isSameRoom =
    a.width === b.width &&
    a.height === b.height &&
    a.ratio === b.ratio &&
    a.theme === b.theme &&
    a.matrix.rows === b.matrix.rows &&
    a.matrix.cols === b.matrix.cols &&
    // The numbers of a pass that the page has let go of are gone.
    a.matrix.data.length === b.matrix.data.length;
  if (!isSameRoom) return false;
  const isSameScale = a.scale.usual === b.scale.usual && a.scale.most === b.scale.most;
  if (isSameScale && areSameBits(a.matrix, b.matrix)) return true;
  return a.matrix.data.length <= COMPARED && cellsLookAlike(a, b);
}
