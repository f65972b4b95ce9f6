import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../../src/state/store';
import { layoutOf } from '../../../src/view/layout';
import { LessonRoom } from '../../../src/view/learn/LessonRoom';
import { focusing } from '../../../src/view/stage/focusing';
import { renderIn } from '../render';

const slot = (layer: number) =>
  document.querySelector<HTMLElement>(`[data-slot="activation.Z"][data-layer="${layer}"]`)!;

/** What was moved, and for how long it moved in all. */
const moved: { element: Element; lasts: number }[] = [];

const setStill = (matches: boolean) =>
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: matches && media.includes('reduced-motion'),
    addEventListener() {},
    removeEventListener() {},
  }));

/** Opens a lesson where there is a room for its stage, and waits until that can move. */
async function openLesson() {
  await focusing.load();
  renderIn(createStore())(<LessonRoom name="who-reads" from={0} layout={layoutOf(1440, 900)} />);
  await import('../../../src/view/stage/motion/Film');
  await screen.findByText('Click them on the stage, or press Tab and Space.');
  await vi.dynamicImportSettled();
}

beforeEach(() => {
  moved.length = 0;
  let now = 0;
  // Whoever answers takes a while.
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1080);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(730);
  Element.prototype.animate = function animate(_, options) {
    const { duration = 0, delay = 0 } = options as KeyframeAnimationOptions;
    moved.push({ element: this, lasts: Number(duration) + delay });
    return { cancel() {} } as Animation;
  };
  setStill(false);
});

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(Element.prototype, 'animate');
});

describe('the stage of a lesson', () => {
  it('comes close to what the beat is about: numbers there, and no controls where it steps back', async () => {
    await openLesson();
    const width = (layer: number) => Number.parseFloat(slot(layer).style.width);
    expect(width(3)).toBeGreaterThan(1.5 * width(2));
    fireEvent.click(screen.getByRole('button', { name: 'Whole network' }));
    expect(width(3)).toBe(width(2));
    fireEvent.keyDown(window, { key: 'f', code: 'KeyF' });
    expect(width(3)).toBeGreaterThan(1.5 * width(2));
    expect(screen.getByRole('button', { name: 'Whole network' })).toBeVisible();
  });

  it('moves what was read from its slot to the result, once, in under half a second', async () => {
    await openLesson();
    fireEvent.click(slot(3));
    expect(moved).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Take the step and see' }));
    const lines = new Set(
      moved.map(({ element }) => element.closest('[data-reads]')?.getAttribute('data-reads')),
    );
    expect(lines).toContain('cache:3.activation.Z');
    const fills = moved.map(({ element }) => element.getAttribute('data-of'));
    expect(fills).toContain('backward:dZ3');
    for (const { lasts } of moved) expect(lasts).toBeLessThan(500);
    const once = moved.length;
    fireEvent.click(screen.getByRole('button', { name: 'Whole network' }));
    expect(moved).toHaveLength(once);
  });

  it('shows the same without moving to those who want no motion', async () => {
    setStill(true);
    await openLesson();
    fireEvent.click(slot(3));
    fireEvent.click(screen.getByRole('button', { name: 'Take the step and see' }));
    expect(document.querySelector('[data-reads="cache:3.activation.Z"] path')).not.toBeNull();
    expect(moved).toEqual([]);
  });
});
