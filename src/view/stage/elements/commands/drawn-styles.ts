import type { CSSProperties } from 'react';
import type { HatchCommand, RectCommand, TextCommand } from '../../drawing/command';
import type { Tone } from '../../drawing/tones';
import type { Box } from '../../layout/geometry';

/** A tone as the page has it, in either theme. */
export const colourOf = (tone: Tone): string => `var(--${tone})`;

/** A difference of places without the dust of its subtraction, which browsers would take for a part of a pixel. */
export const between = (a: number, b: number): number => Math.round((a - b) * 1e3) / 1e3;

/** Where a box stands in a picture, or in another box of it. */
export const styleOf = ({ x, y, width, height }: Box, from: Pick<Box, 'x' | 'y'> = { x: 0, y: 0 }) => ({
  left: between(x, from.x),
  top: between(y, from.y),
  width,
  height,
});

/** How the letters of a text look. */
export const lettersOf = ({ size, weight, tone }: TextCommand): CSSProperties => ({
  fontSize: size,
  fontWeight: weight,
  color: colourOf(tone),
});

/** The line along the sides of a rectangle, and its corners. */
export const borderOf = ({ edge, radius }: RectCommand | HatchCommand): CSSProperties => ({
  borderRadius: radius,
  ...(edge && { border: `${edge.width}px ${edge.style} ${colourOf(edge.tone)}` }),
  ...(edge?.outside && { boxShadow: `0 0 0 ${edge.outside}px ${colourOf(edge.tone)}` }),
});
