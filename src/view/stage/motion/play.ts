import type { Box } from '../layout/geometry';
import type { Film } from './film';

/** How long a film takes, in ms. All of it ends at once: the page is put together anew once, and not for each part. */
const WHOLE = 420;

/** Which share of a film a line takes that is drawn, and after it a result that is filled. */
const [LINE, FILL] = [0.48, 0.52];

/** Ends a film at once, at what the step leaves. */
export type Stop = () => void;

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
  const aloft: HTMLElement[] = [];
  const animate = (element: Element | null | undefined, frames: Keyframe[], easing = 'linear') => {
    // Where nothing can be moved, as in tests without a browser, the state is all there is to see.
    const animation = element?.animate?.(frames, { duration: WHOLE, easing });
    if (animation) running.push(animation);
  };
  const land = () => {
    for (const place of aloft) delete place.dataset.aloft;
  };
  for (const { key, from } of flights) {
    const { place } = elementsOf(key);
    if (!place) continue;
    place.dataset.aloft = '';
    aloft.push(place);
    animate(place, flying(from, boxes.get(key)!), 'cubic-bezier(.3, .7, .2, 1)');
  }
  for (const key of reads) animate(elementsOf(key).lines, growing('scale', 0, LINE));
  const from = reads.length > 0 ? LINE : 0;
  for (const key of fills)
    animate(elementsOf(key).place?.querySelector('[data-drawn="values"]'), growing('scaleY', from, FILL));
  const [first] = running;
  if (first) first.onfinish = land;
  else land();
  return () => {
    for (const animation of running) animation.cancel();
    land();
  };
}
