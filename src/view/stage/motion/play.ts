import type { Box } from '../layout/geometry';
import type { Film } from './film';

/** How long each part of a film takes, in ms: a line is drawn before its result is filled, in under half a second. */
const pace = { flight: 420, line: 200, fill: 220 } as const;

/** Ends a film at once, at what the step leaves. */
export type Stop = () => void;

/** What flies lies over what it flies from, and is not in the way of who points at that. */
const aloft = { transformOrigin: '0 0', zIndex: 2, pointerEvents: 'none' };

/** A flight from one box into another, as transforms of what stands in the second. */
const flying = (from: Box, to: Box): Keyframe[] => [
  {
    transform: `translate(${from.x - to.x}px, ${from.y - to.y}px) scale(${from.width / to.width}, ${from.height / to.height})`,
    ...aloft,
  },
  { transform: 'none', ...aloft },
];

/** Plays a film with the elements of the stage. */
export function play(
  { flights, reads, fills }: Film,
  boxes: ReadonlyMap<string, Box>,
  elementsOf: (key: string) => { readonly place?: Element | undefined; readonly lines: readonly Element[] },
): Stop {
  const running: Animation[] = [];
  const animate = (
    element: Element | null | undefined,
    frames: Keyframe[] | PropertyIndexedKeyframes,
    options: KeyframeAnimationOptions,
  ) => {
    // Where nothing can be moved, as in tests without a browser, the state is all there is to see.
    if (element?.animate) running.push(element.animate(frames, { easing: 'ease-out', ...options }));
  };
  for (const { key, from } of flights)
    animate(elementsOf(key).place, flying(from, boxes.get(key)!), {
      duration: pace.flight,
      easing: 'cubic-bezier(.3, .7, .2, 1)',
    });
  for (const line of reads.flatMap((key) => elementsOf(key).lines)) {
    animate(line, { strokeDasharray: ['0 1', '1 0'] }, { duration: pace.line });
    // Its head comes when it has arrived.
    animate(line, { markerEnd: ['none', 'none'] }, { duration: pace.line });
  }
  const delay = reads.length > 0 ? pace.line : 0;
  for (const key of fills) {
    const values = elementsOf(key).place?.querySelector('[data-drawn="values"]');
    animate(
      values,
      { clipPath: ['inset(0 0 100% 0)', 'inset(0)'] },
      { duration: pace.fill, delay, fill: 'backwards' },
    );
  }
  return () => {
    for (const animation of running) animation.cancel();
  };
}
