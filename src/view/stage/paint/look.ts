import { areSameBits } from '../../../core/math/bits';
import type { Matrix } from '../../../core/math/matrix';
import type { Scale } from '../../../state/scales';
import type { Cell } from '../layout/measure';
import type { ThemeName } from './colours';

/** All that the pixels of a canvas follow from. */
export interface Look extends Cell {
  readonly matrix: Matrix;
  readonly scale: Scale;
  readonly theme: ThemeName;
  /** Pixels of the screen to one of CSS. */
  readonly ratio: number;
}

/** Whether a canvas would be painted the same: another pass often has the same numbers, and to compare them is far quicker than to paint them. */
export const looksLike = (a: Look, b: Look): boolean =>
  a.width === b.width &&
  a.height === b.height &&
  a.ratio === b.ratio &&
  a.theme === b.theme &&
  a.scale.usual === b.scale.usual &&
  a.scale.most === b.scale.most &&
  areSameBits(a.matrix, b.matrix);
