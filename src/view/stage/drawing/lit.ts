import type { Frame } from '../../../core/pass/frames/frame';
import type { Trace } from '../../../core/pass/trace';
import { dependentPlaces, type Lit, sourcePlaces } from '../../../explain/cell-places';
import type { CellAt } from '../../../state/shown/pointing';
import type { Box, Geometry } from '../layout/geometry';
import { type Edge, grown } from './command';
import type { LitThing } from './thing';

/** The fewest pixels of a cell's side that can be seen in a frame. */
const THINNEST = 3;

/** The rectangle of cells within their heatmap's box. */
function boxOf({ row, col, tensor }: Lit, box: Box, trace: Trace): Box {
  const { rows, cols } = trace.buffers.get(tensor)!;
  const [width, height] = [box.width / cols, box.height / rows];
  return {
    x: box.x + (col ?? 0) * width,
    y: box.y + (row ?? 0) * height,
    width: Math.max(THINNEST, col === undefined ? box.width : width),
    height: Math.max(THINNEST, row === undefined ? box.height : height),
  };
}

/** Neither of the colours that the step itself has: amber is what it reads, green what it writes. */
const edges: Record<'pinned' | 'sources' | 'dependents', Edge> = {
  pinned: { tone: 'ink', width: 3, style: 'double' },
  sources: { tone: 'source', width: 2, style: 'dashed' },
  dependents: { tone: 'source', width: 2, style: 'dotted' },
};

/** Frames around a pinned cell and the cells that it comes from, or that depend on it; none where it is gone. */
export function litThings(
  at: CellAt,
  lit: 'sources' | 'dependents',
  { trace, frame, geometry }: { trace: Trace; frame: Frame; geometry: Geometry },
): LitThing[] {
  const tensor = frame.places.get(at.place)?.tensor;
  const matrix = tensor && trace.buffers.get(tensor);
  // A cell may be pinned when its layer loses it.
  if (!matrix || at.row >= matrix.rows || at.col >= matrix.cols) return [];
  const cell = { tensor, row: at.row, col: at.col };
  const others = (lit === 'sources' ? sourcePlaces : dependentPlaces)(cell, trace, frame.index);
  return [{ ...cell, place: at.place }, ...others].flatMap((cells, i): LitThing[] => {
    const box = geometry.boxes.get(cells.place);
    if (!box) return [];
    const sign = i === 0 ? 'pinned' : lit;
    const edge = edges[sign];
    return [
      {
        part: 'lit',
        key: `${cells.place} ${cells.row} ${cells.col}`,
        commands: [
          {
            kind: 'rect',
            sign,
            box: grown(boxOf(cells, box, trace), 1 + edge.width),
            radius: 2 + edge.width,
            edge,
          },
        ],
      },
    ];
  });
}
