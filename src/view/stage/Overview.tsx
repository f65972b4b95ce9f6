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
const MARGIN = 6;

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

/** What a pixel of the picture takes in the small one, across and down: a map is read by what stands beside what, so that it takes all the room it has. */
interface Shrinking {
  readonly across: number;
  readonly down: number;
}

const shrunk = ({ x, y, width, height }: Box, { across, down }: Shrinking): Box => ({
  x: x * across,
  y: y * down,
  width: width * across,
  height: height * down,
});

/** Draws all that stands in a picture, small; what the step reads and writes has a frame. */
function paint(canvas: HTMLCanvasElement, scene: Scene, by: Shrinking, theme: 'light' | 'dark'): void {
  const ratio = window.devicePixelRatio || 1;
  const { geometry, frame, scales } = scene;
  canvas.width = Math.round(geometry.width * by.across * ratio);
  canvas.height = Math.round(geometry.height * by.down * ratio);
  const context = canvas.getContext('2d');
  if (!context) return;
  const tones = tonesOfPage();
  context.scale(ratio, ratio);
  for (const card of geometry.cards) {
    const { x, y, width, height } = shrunk(card, by);
    context.fillStyle = card.lane === 'cache' ? tones.panel : tones.paper;
    context.fillRect(x, y, width, height);
  }
  for (const [key, large] of geometry.boxes) {
    const box = shrunk(large, by);
    const { state, mark, tensor, value } = frame.places.get(key)!;
    const { matrix } = value;
    const colour = painter(scaleFor(tensor, scales), theme);
    context.globalAlpha = state === 'freed' ? 0.25 : 1;
    if (state === 'empty') {
      context.fillStyle = tones.line;
      context.fillRect(box.x, box.y, box.width, box.height);
    } else {
      const most = (side: number) => Math.max(1, Math.ceil(side * ratio));
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
    context.lineWidth = 2;
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
  const across = Math.min(1, room.width / geometry.width);
  const down = Math.min(1, room.height / geometry.height);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is a new object at every step, its parts are not.
  useEffect(() => {
    if (canvas.current) paint(canvas.current, scene, { across, down }, theme);
  }, [geometry, frame, scales, across, down, theme]);
  const goTo = ({ buttons, clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
    if (buttons === 0 || !scroller.current) return;
    const { left, top } = currentTarget.getBoundingClientRect();
    const { clientWidth, clientHeight } = scroller.current;
    scroller.current.scrollTo({
      left: (clientX - left) / across - clientWidth / 2,
      top: (clientY - top) / down - clientHeight / 2,
      behavior: 'instant',
    });
  };
  return (
    // The stage itself scrolls by keyboard, and is what readers hear of.
    <div className={styles.overview} style={{ height }} aria-hidden="true" data-overview>
      <div
        className={styles.picture}
        style={{ width: geometry.width * across, height: geometry.height * down }}
        onPointerDown={goTo}
        onPointerMove={goTo}
      >
        <canvas ref={canvas} className={styles.canvas} />
        {seen && (
          <div
            className={styles.seen}
            style={{
              left: seen.x * across,
              top: seen.y * down,
              width: Math.min(seen.width, geometry.width) * across,
              height: Math.min(seen.height, geometry.height) * down,
            }}
          />
        )}
      </div>
    </div>
  );
}
