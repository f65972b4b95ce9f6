import type { Layout } from '../../layout';

/** The rail with the list, and the one with routes and real code, which CSS has too. */
const LIST = 212;
const SIDE = 330;
const GAPS = 16;

/** A panel's padding and border on both sides. */
const PANEL = 30;

/** How wide a plot can be that has half of the middle, and one that has all of it, in CSS pixels. */
export function plotWidths({ mode, stage, railWidth, inspectorWidth }: Layout): {
  half: number;
  whole: number;
} {
  const window = stage.width + railWidth + inspectorWidth;
  const beside = { wide: LIST + SIDE + 4 * GAPS, medium: LIST + 3 * GAPS, narrow: 2 * GAPS }[mode];
  // The page has a scroll bar.
  const middle = window - beside - 16;
  const half = mode === 'narrow' ? middle : (middle - GAPS) / 2;
  return { half: Math.floor(half - PANEL), whole: Math.floor(middle - PANEL) };
}
