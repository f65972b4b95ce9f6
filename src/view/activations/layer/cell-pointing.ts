import { usePointing, usePointingActions } from '../../store';

/** How the heatmaps of Z and A are known to those who point at their cells. */
export const cellPlaces = ['cells/Z', 'cells/A'] as const;

/** The number of the cell of a layer that is pointed at, row by row. */
export function useHoveredCell(cols: number): number | undefined {
  const cell = usePointing((state) => state.cell);
  const isOurs = cell && (cellPlaces as readonly string[]).includes(cell.place);
  return isOurs ? cell.row * cols + cell.col : undefined;
}

/** Points at a cell of Z and of A by its number. */
export function usePointAtCell(cols: number): (number: number | undefined) => void {
  const { pointAt } = usePointingActions();
  return (number) =>
    pointAt(
      number === undefined
        ? undefined
        : { place: cellPlaces[0], row: Math.floor(number / cols), col: number % cols },
    );
}
