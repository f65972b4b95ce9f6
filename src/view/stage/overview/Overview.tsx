import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useThemeName } from '../../useThemeName';
import type { Scene } from '../drawing/drawing';
import { tonesOfPage } from '../drawing/tones';
import { styleOf } from '../elements/commands/drawn-styles';
import type { Geometry } from '../layout/geometry';
import type { Cell } from '../layout/measure';
import { drawOn } from '../paint/sheet';
import styles from './Overview.module.css';
import { outlineOf } from './outline';
import { Seen } from './Seen';
import type { Shrinking } from './small-cells';
import { useSmallCells } from './useSmallCells';

/** Around the small picture. */
const MARGIN = 6;

interface Props extends Scene, Cell {
  readonly scroller: RefObject<HTMLElement | null>;
}

/** Draws what steps don't change: the cards, and where something stands or will. */
function paintGround(
  canvas: HTMLCanvasElement,
  { cards, boxes }: Geometry,
  { across, down }: Shrinking,
): void {
  const tones = tonesOfPage();
  drawOn(canvas, (pen) => {
    pen.setTransform(across, 0, 0, down, 0, 0);
    for (const { lane, x, y, width, height } of cards) {
      pen.fillStyle = lane === 'cache' ? tones.panel : tones.paper;
      pen.fillRect(x, y, width, height);
    }
    pen.fillStyle = tones.line;
    for (const { x, y, width, height } of boxes.values()) pen.fillRect(x, y, width, height);
    pen.resetTransform();
  });
}

/** The whole network, small, with a frame around what the stage shows of it: press or draw to go elsewhere. */
export function Overview({ scroller, width, height, ...scene }: Props) {
  const ground = useRef<HTMLCanvasElement>(null);
  const cells = useRef<HTMLCanvasElement>(null);
  const theme = useThemeName();
  const { geometry, frame } = scene;
  const outline = useMemo(() => outlineOf(geometry), [geometry]);
  const room = { width: width - 2 * MARGIN, height: height - 2 * MARGIN };
  const across = Math.min(1, room.width / geometry.width);
  const down = Math.min(1, room.height / geometry.height);
  const ratio = window.devicePixelRatio || 1;
  const onScreen: Shrinking = { across: across * ratio, down: down * ratio };
  const size = {
    width: Math.ceil(geometry.width * onScreen.across),
    height: Math.ceil(geometry.height * onScreen.down),
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a canvas of another size is empty, another theme has other colours, and of the geometry the outline alone is drawn.
  useEffect(() => {
    if (ground.current) paintGround(ground.current, geometry, onScreen);
  }, [outline, across, down, ratio, theme]);
  useSmallCells(cells, scene, outline, onScreen, size, theme);
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
        <canvas ref={ground} className={styles.canvas} {...size} />
        <canvas ref={cells} className={styles.canvas} {...size} />
        {Array.from(geometry.boxes, ([key, { x, y, width, height }]) => {
          const { mark } = frame.places.get(key)!;
          if (!mark) return undefined;
          const box = { x: x * across, y: y * down, width: width * across, height: height * down };
          return <div key={key} className={styles.mark} data-mark={mark} style={styleOf(box)} />;
        })}
        <Seen scroller={scroller} geometry={geometry} by={{ across, down }} />
      </div>
    </div>
  );
}
