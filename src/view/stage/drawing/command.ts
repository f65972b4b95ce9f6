import type { Matrix } from '../../../core/math/matrix';
import type { Scale } from '../../../state/scales';
import type { Box } from '../layout/geometry';
import type { Tone } from './tones';

/** What commands are drawn to say. Page and file carry it as `data-drawn`. */
export const signs = [
  'lane',
  'card',
  'current',
  'layer',
  'activation',
  'cache',
  'remark',
  'values',
  'empty',
  'freed',
  'again',
  'unread',
  'name',
  'tag',
  'changed',
  'moved',
  'by',
  'read',
  'write',
  'twins',
  'badge',
  'halo',
  'reads',
  'pinned',
  'sources',
  'dependents',
] as const;

/** What a command is drawn to say. */
export type Sign = (typeof signs)[number];

/** A line along the inside of a rectangle's sides, in CSS pixels. */
export interface Edge {
  readonly tone: Tone;
  readonly width: number;
  readonly style: 'solid' | 'double' | 'dashed' | 'dotted';
  /** How much thicker it is than that, to the outside. */
  readonly outside?: number;
}

interface Drawn {
  readonly sign: Sign;
}

/** A rectangle: a ground, a ring, a frame. */
export interface RectCommand extends Drawn {
  readonly kind: 'rect';
  readonly box: Box;
  readonly radius: number;
  readonly fill?: Tone;
  readonly edge?: Edge;
}

/** The cells of a matrix in the colours of a scale. */
export interface CellsCommand extends Drawn {
  readonly kind: 'cells';
  readonly box: Box;
  readonly matrix: Matrix;
  readonly scale: Scale;
  /** From 0 to 1. */
  readonly opacity: number;
}

/** Lines that rise from left to right, `width` pixels of every `every`, within a frame. */
export interface HatchCommand extends Drawn {
  readonly kind: 'hatch';
  readonly box: Box;
  readonly radius: number;
  readonly edge: Edge;
  readonly width: number;
  readonly every: number;
}

/** A line along a path, as SVG writes paths. */
export interface LineCommand extends Drawn {
  readonly kind: 'line';
  readonly d: string;
  readonly tone: Tone;
  readonly width: number;
  /** Lengths of dashes and gaps. */
  readonly dash?: string;
  /** Whether it and its dashes end in half a circle. */
  readonly round?: boolean;
  readonly opacity?: number;
  /** Whether it ends in the head of an arrow. */
  readonly arrow?: boolean;
}

/** A piece of a text: raised, as the number of a layer is, or in a colour of its own. */
export interface Run {
  readonly text: string;
  readonly raised?: boolean;
  readonly tone?: Tone;
}

/** A line of text. */
export interface TextCommand extends Drawn {
  readonly kind: 'text';
  /** As high as the line is; the text begins at its left, ends at its right, or stands in its middle. */
  readonly box: Box;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Whether it reads from below to above. */
  readonly turned?: boolean;
  readonly runs: readonly Run[];
  readonly size: number;
  readonly weight: number;
  readonly tone: Tone;
  readonly font?: 'mono' | 'capitals';
}

/** One thing to draw, as plain data: where, in which colour by name, and of what sign. */
export type Command = RectCommand | CellsCommand | HatchCommand | LineCommand | TextCommand;

/** The command of some kind. */
export type CommandOf<K extends Command['kind']> = Extract<Command, { readonly kind: K }>;

/** A box that is larger by so many pixels on every side. */
export const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** What a text says, without how. */
export const plain = ({ runs }: TextCommand): string => runs.map(({ text }) => text).join('');

/** A rectangle that is nothing but its edge. */
export const framed = (sign: RectCommand['sign'], box: Box, radius: number, edge: Edge): RectCommand => ({
  kind: 'rect',
  sign,
  box,
  radius,
  edge,
});
