import type { CSSProperties } from 'react';

/** How the lines of the lanes are dashed, from the first to the fourth, so that colour is not the only sign. */
const dashes = ['none', '7 3', '2 3', '10 3 2 3'] as const;

/** The dash and the colour of a lane's line; lanes are counted from 1. */
export const laneLine = (number: number) => ({
  dash: dashes[number - 1] ?? 'none',
  colour: `var(--lane-${number})`,
});

/** Gives what stands for a lane its colour. */
export const laneStyle = (number: number): CSSProperties =>
  ({ '--lane': laneLine(number).colour }) as CSSProperties;
