import { describe, expect, it } from 'vitest';
import type { Film } from '../../../../src/view/stage/motion/film';
import { play } from '../../../../src/view/stage/motion/play';

const film: Film = {
  flights: [{ key: 'slot', from: { x: 10, y: 20, width: 80, height: 40 } }],
  reads: ['slot'],
  fills: ['result'],
};

const boxes = new Map([
  ['slot', { x: 10, y: 120, width: 40, height: 20 }],
  ['result', { x: 10, y: 220, width: 40, height: 20 }],
]);

interface Played {
  readonly frames: readonly Keyframe[];
  readonly lasts: number;
  readonly animation: { onfinish?: () => void };
}

/** Plays a film with elements that write down what they are asked for. */
function played() {
  const running: Played[] = [];
  const element = () => {
    const made = document.createElement('div');
    made.innerHTML = '<canvas data-drawn="values"></canvas>';
    for (const one of [made, made.firstElementChild!])
      one.animate = (frames, options) => {
        const animation: Played['animation'] = {};
        const lasts = Number((options as KeyframeAnimationOptions).duration);
        running.push({ frames: frames as Keyframe[], lasts, animation });
        return Object.assign(animation, { cancel: () => undefined }) as unknown as Animation;
      };
    return made;
  };
  const places = { slot: element(), result: element() };
  const lines = element();
  const stop = play(film, boxes, (key) => ({ place: places[key as keyof typeof places], lines }));
  return { running, places, stop };
}

describe('a film', () => {
  it('changes nothing but transforms from frame to frame, which needs no work of the page', () => {
    const { running } = played();
    expect(running).toHaveLength(3);
    const changing = running.flatMap(({ frames }) => frames.flatMap((frame) => Object.keys(frame)));
    expect(new Set(changing)).toEqual(new Set(['transform', 'offset', 'easing']));
  });

  it('ends at once in all its parts, in under half a second', () => {
    const { running } = played();
    const [first] = running;
    expect(first!.lasts).toBeLessThan(500);
    for (const { lasts } of running) expect(lasts).toBe(first!.lasts);
  });

  it('fills a result only when its line has arrived', () => {
    const { running } = played();
    const [, line, fill] = running.map(({ frames }) => frames);
    const arrived = line!.find(({ transform }) => transform === 'none')!.offset!;
    const still = fill!.findLast(({ transform }) => transform !== 'none')!.offset!;
    expect(still).toBe(arrived);
  });

  it('has what flies over all else as long as it flies, and no longer', () => {
    const landed = played();
    expect(landed.places.slot).toHaveAttribute('data-aloft');
    landed.running[0]!.animation.onfinish!();
    expect(landed.places.slot).not.toHaveAttribute('data-aloft');
    const stopped = played();
    stopped.stop();
    expect(stopped.places.slot).not.toHaveAttribute('data-aloft');
  });
});
