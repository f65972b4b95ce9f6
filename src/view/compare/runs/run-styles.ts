import type { CSSProperties } from 'react';

/** How the lines of the runs are dashed, from the first to the fourth, so that colour is not the only sign. */
const dashes = ['none', '7 3', '2 3', '10 3 2 3'] as const;

/** The dash and the colour of a run's line; runs are counted from 1. */
export const runLine = (number: number) => ({
  dash: dashes[number - 1] ?? 'none',
  colour: `var(--run-${number})`,
});

/** Gives what stands for a run its colour. */
export const runStyle = (number: number): CSSProperties =>
  ({ '--run': runLine(number).colour }) as CSSProperties;
