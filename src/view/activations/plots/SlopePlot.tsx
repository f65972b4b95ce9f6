import { type PointerEvent, useRef } from 'react';
import type { Preimage } from '../../../core/verdict/preimages';
import { pathThrough } from '../../plot/curve-path';
import { margin, Plot } from '../../plot/Plot';
import styles from '../Activations.module.css';
import { roomAround, type Subject, sampled } from '../useSubject';
import type { usePanZoom } from './usePanZoom';

interface Props {
  readonly subject: Subject;
  readonly z: number;
  readonly preimages: readonly Preimage[];
  readonly panZoom: ReturnType<typeof usePanZoom>;
  readonly svg: React.RefObject<SVGSVGElement | null>;
  readonly width: number;
  readonly height: number;
  onMove(z: number): void;
}

/** g and g′ over z, with a handle to drag along z, and the other z with the same output. */
export function SlopePlot({ subject, z, preimages, panZoom, svg, width, height, onMove }: Props) {
  const { stretch, pan } = panZoom;
  const points = sampled(subject, stretch);
  const domain = {
    x: stretch,
    y: roomAround(points.flatMap(({ g, slope }) => [g, slope])),
  };
  const { curve } = subject;
  const at = { g: curve.g(z), slope: curve.slope(z) };
  const dragging = useRef(false);
  const drag = {
    onPointerDown(event: PointerEvent<Element>) {
      dragging.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<Element>) {
      if (!dragging.current) return;
      const { left } = svg.current!.getBoundingClientRect();
      const share = (event.clientX - left - margin.left) / (width - margin.left - margin.right);
      onMove(stretch[0] + share * (stretch[1] - stretch[0]));
    },
    onPointerUp() {
      dragging.current = false;
    },
  };
  return (
    <Plot
      label={`g and its slope over z for ${subject.name}`}
      width={width}
      height={height}
      domain={domain}
      xName="z"
      svg={svg}
    >
      {(x, y) => (
        <>
          <rect className={styles.ground} width={width} height={height} {...pan} />
          <path
            className={styles.g}
            d={pathThrough(
              points.map((p) => [p.z, p.g] as const),
              x,
              y,
            )}
          />
          <path
            className={styles.slope}
            d={pathThrough(
              points.map((p) => [p.z, p.slope] as const),
              x,
              y,
            )}
          />
          {preimages.map((preimage) => (
            <g key={preimage.from} className={styles.preimage} data-witness={preimage.isWitness}>
              <path d={`M${x(z)},${y(at.g)}H${x(preimage.from)}`} />
              <rect
                x={x(preimage.from) - 4}
                y={y(at.g) - 4}
                width={x(preimage.to) - x(preimage.from) + 8}
                height={8}
                rx={4}
              />
              <circle cx={x((preimage.from + preimage.to) / 2)} cy={y(preimage.slope)} r={4.5} />
            </g>
          ))}
          <path className={styles.handleLine} d={`M${x(z)},0V${height}`} />
          <circle className={styles.onSlope} cx={x(z)} cy={y(at.slope)} r={5} />
          <circle className={styles.handle} cx={x(z)} cy={y(at.g)} r={7} {...drag} />
        </>
      )}
    </Plot>
  );
}
