import type { Box } from '../layout/geometry';
import { drawOn } from '../paint/sheet';
import type { Film } from './film';
import { MOTION } from './haste';

/** Whether a canvas has been painted, which is when it is told how its pixels are enlarged. */
const isPainted = ({ style }: HTMLCanvasElement): boolean => style.imageRendering !== '';

/** Which share of a film a line takes that is drawn, and after it a result that is filled. */
const [LINE, FILL] = [0.48, 0.52];

/** A flight from one box into another, as transforms of what stands in the second. */
const flying = (from: Box, to: Box): Keyframe[] => [
  {
    transform: `translate(${from.x - to.x}px, ${from.y - to.y}px) scale(${from.width / to.width}, ${from.height / to.height})`,
  },
  { transform: 'none' },
];

/** What grows out of nothing, along both axes or downwards, in a share of the film from some share on. */
function growing(axes: 'scale' | 'scaleY', from: number, share: number): Keyframe[] {
  const [nothing, whole] = [{ transform: `${axes}(0)` }, { transform: 'none' }];
  const easing = 'ease-out';
  return [
    { ...nothing, offset: 0 },
    { ...nothing, offset: from, easing },
    { ...whole, offset: from + share },
    { ...whole, offset: 1 },
  ];
}

/** The elements of a place on the stage: the place itself, and the lines that lead from it. */
export interface Moved {
  readonly place?: HTMLElement | undefined;
  readonly lines?: Element | undefined;
}

/** A film that runs. */
export interface Playing {
  /** Gives what moves its cells, once these are painted; what is not painted by then stands where it belongs. */
  draw(): void;
  /** Ends it at once, at what the step leaves. */
  stop(): void;
}

/** The cells of a place while they move: a copy, in whose stead the place itself has none. */
interface Double {
  readonly copy: HTMLCanvasElement;
  readonly place: HTMLElement;
  readonly cells: HTMLCanvasElement;
}

/**
 * Plays a film over the stage, on a screen of its own: what stands below is neither painted anew nor put into other
 * layers for it. Only transforms change from frame to frame: browsers move them beside the page's own thread, which a
 * key in the middle of a film finds idle.
 */
export function play(
  { flights, reads, fills }: Film,
  boxes: ReadonlyMap<string, Box>,
  elementsOf: (key: string) => Moved,
  screen: HTMLElement,
): Playing {
  const running: Animation[] = [];
  const doubles = new Set<Double>();
  const land = (double: Double) => {
    double.copy.remove();
    delete double.place.dataset.aloft;
    doubles.delete(double);
  };
  const end = () => doubles.forEach(land);
  const animate = (element: Element | undefined, frames: Keyframe[], easing = 'linear') => {
    // Where nothing can be moved, as in tests without a browser, the state is all there is to see.
    const animation = element?.animate?.(frames, { duration: MOTION, easing });
    if (!animation) return;
    if (running.length === 0) animation.onfinish = end;
    running.push(animation);
  };
  const move = (key: string, frames: Keyframe[], origin: string, easing?: string) => {
    const { place } = elementsOf(key);
    const cells = place?.querySelector<HTMLCanvasElement>('canvas');
    if (!place || !cells) return;
    const copy = document.createElement('canvas');
    const { x, y, width, height } = boxes.get(key)!;
    Object.assign(copy.style, {
      position: 'absolute',
      left: `${x}px`,
      top: `${y}px`,
      width: `${width}px`,
      height: `${height}px`,
      transformOrigin: origin,
    });
    copy.dataset.of = key;
    screen.append(copy);
    place.dataset.aloft = '';
    doubles.add({ copy, place, cells });
    animate(copy, frames, easing);
  };
  for (const { key, from } of flights)
    move(key, flying(from, boxes.get(key)!), '0 0', 'cubic-bezier(.3, .7, .2, 1)');
  for (const key of reads) animate(elementsOf(key).lines, growing('scale', 0, LINE));
  const from = reads.length > 0 ? LINE : 0;
  for (const key of fills) move(key, growing('scaleY', from, FILL), 'top');
  if (running.length === 0) end();
  return {
    draw() {
      for (const double of doubles) {
        const { copy, cells } = double;
        if (!isPainted(cells)) land(double);
        else {
          Object.assign(copy, { width: cells.width, height: cells.height });
          copy.style.imageRendering = cells.style.imageRendering;
          drawOn(copy, (pen) => pen.drawImage(cells, 0, 0));
        }
      }
    },
    stop() {
      for (const animation of running) animation.cancel();
      end();
    },
  };
}
