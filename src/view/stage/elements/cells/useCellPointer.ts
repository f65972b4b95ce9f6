import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { Matrix } from '../../../../core/math/matrix';
import type { CellAt } from '../../../../state/shown/pointing';
import { useStoreApi } from '../../../store';

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const between = (x: number, most: number) => Math.max(0, Math.min(most, x));

/**
 * Handlers with which the cells of a heatmap are pointed at, by a pointer or by arrow keys once it has the focus,
 * and pinned, by a click or by Enter.
 */
export function useCellPointer(place: string, matrix: Matrix | undefined) {
  const { pointing, asking } = useStoreApi();
  const { getState } = pointing;
  const { pointAt, pin } = getState();
  /** Pins a cell; while slots are to be chosen, what is no such slot is no answer, and is not pinned instead. */
  const pick = (cell: CellAt) =>
    asking.getState().offered.size > 0 ? asking.getState().refuse(place) : pin(cell);
  const { rows, cols } = matrix ?? { rows: 1, cols: 1 };
  const cellUnder = ({ currentTarget, clientX, clientY }: MouseEvent) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const row = between(Math.floor(((clientY - top) / height) * rows), rows - 1);
    const col = between(Math.floor(((clientX - left) / width) * cols), cols - 1);
    return { place, row, col };
  };
  return {
    // A press takes no focus: the arrow keys go on stepping for whom a pointer is at hand. In a part of a page they
    // step there, and so the part has the focus.
    onMouseDown(event: MouseEvent) {
      event.preventDefault();
      const part = event.currentTarget.closest<HTMLElement>('[data-area][tabindex]');
      if (part) part.focus({ preventScroll: true });
      else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
    onClick: (event: MouseEvent) => pick(cellUnder(event)),
    onPointerMove(event: MouseEvent) {
      const { row, col } = cellUnder(event);
      const { cell } = getState();
      if (cell?.place !== place || cell.row !== row || cell.col !== col) pointAt({ place, row, col });
    },
    onPointerLeave: () => pointAt(undefined),
    onFocus({ currentTarget }: FocusEvent) {
      if (currentTarget.matches(':focus-visible')) pointAt({ place, row: 0, col: 0 });
    },
    onBlur: () => pointAt(undefined),
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.key === 'Escape') return getState().pinned ? pin(undefined) : event.currentTarget.blur();
      if (event.key === 'Enter') {
        const { cell } = getState();
        return pick(cell?.place === place ? cell : { place, row: 0, col: 0 });
      }
      const direction = arrows[event.key];
      if (!direction || event.shiftKey) return;
      // The arrows step through the pass everywhere else.
      event.preventDefault();
      event.stopPropagation();
      const { cell } = getState();
      const [row, col] = cell?.place === place ? [cell.row, cell.col] : [0, 0];
      const [down, right] = cell?.place === place ? direction : [0, 0];
      pointAt({ place, row: between(row + down, rows - 1), col: between(col + right, cols - 1) });
    },
  };
}
