import type { Box } from '../layout/geometry';
import type { Film } from './film';

/** How long each part of a film takes, in ms: a line is drawn before its result is filled, in under half a second. */
const pace = { flight: 420, line: 200, fill: 220 } as const;

/** Ends a film at once, at what the step leaves. */
export type Stop = () => void;

/** A flight from one box into another, as transforms of what stands in the second. */
const flying = (from: Box, to: Box): Keyframe[] => [
  {
    transform: `translate(${from.x - to.x}px, ${from.y - to.y}px) scale(${from.width / to.width}, ${from.height / to.height})`,
  },
  { transform: 'none' },
];

/** What grows out of nothing, along both axes or downwards. */
const growing = (axes: 'scale' | 'scaleY'): Keyframe[] => [
  { transform: `${axes}(0)` },
  { transform: 'none' },
];

/** The elements of a place on the stage: the place itself, and the lines that lead from it. */
export interface Moved {
  readonly place?: HTMLElement | undefined;
  readonly lines?: Element | undefined;
}

/**
 * Plays a film with the elements of the stage. Only transforms change from frame to frame: browsers move them beside the
 * page's own thread, which a key in the middle of a film finds idle.
 */
export function play(
  { flights, reads, fills }: Film,
  boxes: ReadonlyMap<string, Box>,
  elementsOf: (key: string) => Moved,
): Stop {
  const running: Animation[] = [];
  const animate = (
    element: Element | null | undefined,
    frames: Keyframe[],
    options: KeyframeAnimationOptions,
  ) => {
    // Where nothing can be moved, as in tests without a browser, the state is all there is to see.
    const animation = element?.animate?.(frames, { easing: 'ease-out', ...options });
    if (animation) running.push(animation);
    return animation;
  };
  for (const { key, from } of flights) {
    const { place } = elementsOf(key);
    const flight = animate(place, flying(from, boxes.get(key)!), {
      duration: pace.flight,
      easing: 'cubic-bezier(.3, .7, .2, 1)',
    });
    if (!place || !flight) continue;
    place.dataset.aloft = '';
    const land = () => delete place.dataset.aloft;
    flight.finished.then(land, land);
  }
  for (const key of reads) animate(elementsOf(key).lines, growing('scale'), { duration: pace.line });
  const delay = reads.length > 0 ? pace.line : 0;
  for (const key of fills)
    animate(elementsOf(key).place?.querySelector('[data-drawn="values"]'), growing('scaleY'), {
      duration: pace.fill,
      delay,
      fill: 'backwards',
    });
  return () => {
    for (const animation of running) animation.cancel();
  };
}
