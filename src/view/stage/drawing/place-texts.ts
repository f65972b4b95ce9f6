import type { Matrix } from '../../../core/math/matrix';
import { parseName } from '../../../core/model/names';
import type { Spot } from '../../../core/pass/frames/place';
import { inWords } from '../../../explain/numbers';
import { inShort } from '../../numbers';
import type { Box } from '../layout/geometry';
import type { Run, TextCommand } from './command';

/** A tensor's name as it is printed, with its layer raised, or what stands in its stead; and what J is. */
export function nameRuns({ tensor, state, slot }: Spot, matrix: Matrix, label: string | undefined): Run[] {
  if (label !== undefined) return [{ text: label }];
  const { kind, layer } = parseName(tensor);
  if (kind === 'Y') return [{ text: 'Y' }];
  if (kind !== 'cost') {
    const name = tensor === 'A0' && !slot ? 'X = A' : kind;
    return [{ text: name }, { text: `[${layer}]`, raised: true }];
  }
  return [{ text: state === 'empty' ? 'J' : `J = ${inWords(matrix.data[0]!)}` }];
}

/** A tensor's name over its box; faint where nothing is there, or no longer. */
export function nameOver({ x, y, width }: Box, spot: Spot, runs: readonly Run[]): TextCommand {
  const { state, mark } = spot;
  const isFaint = state === 'empty' || state === 'freed';
  return {
    kind: 'text',
    sign: 'name',
    box: { x: x - 1, y: y - 17, width, height: 12 },
    anchor: 'start',
    runs,
    size: 11.5,
    weight: mark ? 700 : isFaint ? 500 : 650,
    tone: mark ? `${mark}-ink` : isFaint ? 'ink-faint' : 'ink',
  };
}

/** The width that a name may take from what is written at the right end over a narrow tensor. */
const CLEAR = 86;

/**
 * By how much it moved: at the right end over it, but clear of its name; of parameters' gradients, which are narrow
 * and side by side, below them, one lower than the other.
 */
export function movedBy(box: Box, { tensor }: Spot, by: number): TextCommand {
  const { kind } = parseName(tensor);
  const below = box.y + box.height;
  const right = box.x + box.width;
  const height = 10.5 * 1.15;
  const at = { x: box.x, width: box.width, height };
  const [where, anchor] =
    kind === 'dW' || kind === 'dgamma'
      ? ([{ ...at, x: box.x - 2, y: below + 6 }, 'start'] as const)
      : kind === 'db' || kind === 'dbeta'
        ? ([{ ...at, width: right + 2 - box.x, y: below + 19 }, 'end'] as const)
        : ([{ ...at, width: Math.max(box.width, CLEAR), y: box.y - 5 - height }, 'end'] as const);
  return {
    kind: 'text',
    sign: 'by',
    box: where,
    anchor,
    runs: [{ text: `Δ ${inShort(by)}` }],
    size: 10.5,
    weight: 650,
    tone: 'alarm',
  };
}
