import { describe, expect, it, onTestFinished, vi } from 'vitest';
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
  const animate = vi.fn<Element['animate']>((frames, options) => {
    const animation: Played['animation'] = {};
    const lasts = Number((options as KeyframeAnimationOptions).duration);
    running.push({ frames: frames as Keyframe[], lasts, animation });
    return Object.assign(animation, { cancel: () => undefined }) as unknown as Animation;
  });
  HTMLElement.prototype.animate = animate;
  onTestFinished(() => void Reflect.deleteProperty(HTMLElement.prototype, 'animate'));
  const element = () => {
    const made = document.createElement('div');
    made.innerHTML = '<canvas data-drawn="values" style="width: 40px; height: 20px"></canvas>';
    return made;
  };
  const places = { slot: element(), result: element() };
  const [lines, screen] = [element(), document.createElement('div')];
  const playing = play(film, boxes, (key) => ({ place: places[key as keyof typeof places], lines }), screen);
  return { running, places, screen, ...playing };
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

  it('shows the cells of what moves in one place at a time, and in the end where they belong', () => {
    const ends = {
      'as it ends': ({ running }: ReturnType<typeof played>) => running[0]!.animation.onfinish!(),
      'as it is stopped': ({ stop }: ReturnType<typeof played>) => stop(),
    };
    for (const end of Object.values(ends)) {
      const film = played();
      const { places, screen } = film;
      expect(screen.childElementCount).toBe(2);
      for (const place of Object.values(places)) expect(place).toHaveAttribute('data-aloft');
      end(film);
      expect(screen).toBeEmptyDOMElement();
      for (const place of Object.values(places)) expect(place).not.toHaveAttribute('data-aloft');
    }
  });

  it('moves no cells that are not painted yet', () => {
    const { places, screen, draw } = played();
    const cells = places.slot.querySelector('canvas')!;
    cells.style.imageRendering = 'pixelated';
    draw();
    expect(screen.childElementCount).toBe(1);
    expect(screen.querySelector('canvas')!.style.imageRendering).toBe('pixelated');
    expect(places.slot).toHaveAttribute('data-aloft');
    expect(places.result).not.toHaveAttribute('data-aloft');
  });
});
