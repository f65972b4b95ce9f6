import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { scaleFor } from '../../state/scales';
import { useThemeName } from '../useThemeName';
import type { Scene } from './drawing/drawing';
import { tonesOfPage } from './drawing/tones';
import type { Box } from './layout/geometry';
import styles from './Overview.module.css';
import { painter } from './paint/colours';
import { eachCell } from './paint/grid';

/** Around the small picture. */
const MARGIN = 8;

interface Props extends Scene {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly height: number;
}

/** What a frame of the picture shows of it, in the picture's own pixels. */
function useWindow(scroller: RefObject<HTMLElement | null>): Box | undefined {
  const [seen, setSeen] = useState<Box>();
  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    const look = () =>
      setSeen({ x: view.scrollLeft, y: view.scrollTop, width: view.clientWidth, height: view.clientHeight });
    look();
    view.addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      view.removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [scroller]);
  return seen;
}

/** Draws all that stands in a picture, small; what the step reads and writes has a frame. */
function paint(canvas: HTMLCanvasElement, scene: Scene, scale: number, theme: 'light' | 'dark'): void {
  const ratio = window.devicePixelRatio || 1;
  const { geometry, frame, scales } = scene;
  canvas.width = Math.round(geometry.width * scale * ratio);
  canvas.height = Math.round(geometry.height * scale * ratio);
  const context = canvas.getContext('2d');
  if (!context) return;
  const tones = tonesOfPage();
  context.scale(scale * ratio, scale * ratio);
  for (const { lane, x, y, width, height } of geometry.cards) {
    context.fillStyle = lane === 'cache' ? tones.panel : tones.paper;
    context.fillRect(x, y, width, height);
  }
  for (const [key, box] of geometry.boxes) {
    const { state, mark, tensor, value } = frame.places.get(key)!;
    const { matrix } = value;
    const colour = painter(scaleFor(tensor, scales), theme);
    context.globalAlpha = state === 'freed' ? 0.25 : 1;
    if (state === 'empty') {
      context.fillStyle = tones.line;
      context.fillRect(box.x, box.y, box.width, box.height);
    } else {
      const most = (side: number) => Math.max(1, Math.ceil(side * scale * ratio));
      const across = Math.min(matrix.cols, most(box.width));
      const down = Math.min(matrix.rows, most(box.height));
      const cell = { width: box.width / across, height: box.height / down };
      eachCell(matrix, { across, down, cell }, (at, x, y) => {
        context.fillStyle = colour(at).fill;
        context.fillRect(box.x + x, box.y + y, cell.width, cell.height);
      });
    }
    context.globalAlpha = 1;
    if (!mark) continue;
    context.strokeStyle = tones[mark];
    context.lineWidth = 2 / scale;
    context.strokeRect(box.x, box.y, box.width, box.height);
  }
}

/** The whole network, small, with a frame around what the stage shows of it: press or draw to go elsewhere. */
export function Overview({ scroller, height, ...scene }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeName();
  const seen = useWindow(scroller);
  const { geometry, frame, scales } = scene;
  const room = { width: (scroller.current?.clientWidth ?? 800) - 2 * MARGIN, height: height - 2 * MARGIN };
  const scale = Math.min(room.width / geometry.width, room.height / geometry.height);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is a new object at every step, its parts are not.
  useEffect(() => {
    if (canvas.current) paint(canvas.current, scene, scale, theme);
  }, [geometry, frame, scales, scale, theme]);
  const goTo = ({ buttons, clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
    if (buttons === 0 || !scroller.current) return;
    const { left, top } = currentTarget.getBoundingClientRect();
    const { clientWidth, clientHeight } = scroller.current;
    scroller.current.scrollTo({
      left: (clientX - left) / scale - clientWidth / 2,
      top: (clientY - top) / scale - clientHeight / 2,
      behavior: 'instant',
    });
  };
  return (
    // The stage itself scrolls by keyboard, and is what readers hear of.
    <div className={styles.overview} style={{ height }} aria-hidden="true" data-overview>
      <div
        className={styles.picture}
        style={{ width: geometry.width * scale, height: geometry.height * scale }}
        onPointerDown={goTo}
        onPointerMove={goTo}
      >
        <canvas ref={canvas} className={styles.canvas} />
        {seen && (
          <div
            className={styles.seen}
            style={{
              left: seen.x * scale,
              top: seen.y * scale,
              width: Math.min(seen.width, geometry.width) * scale,
              height: Math.min(seen.height, geometry.height) * scale,
            }}
          />
        )}
      </div>
    </div>
  );
}
