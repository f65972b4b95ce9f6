import type { Frame } from '../../../../core/pass/frames/frame';
import type { Box, Geometry } from '../../layout/geometry';
import type { ReadsThing } from '../thing';
import { connectionsOf } from './connections';

/** The lines of a frame's step, from each slot that it reads to what it writes, clear of some texts. */
export const allReads = (frame: Frame, geometry: Geometry, texts: readonly Box[]): ReadsThing[] =>
  connectionsOf(frame, geometry, texts).map(({ key, d }) => ({
    part: 'reads',
    key,
    commands: [
      // A seam in the colour of the ground, so that the line is seen over heatmaps of any colour.
      { kind: 'line', sign: 'halo', d, tone: 'ground', width: 6.5 },
      { kind: 'line', sign: 'reads', d, tone: 'read', width: 3.5, arrow: true },
    ],
  }));
