import { type RefObject, useEffect, useRef } from 'react';
import { largest, smallest } from '../../../core/math/extremes';
import type { Frame } from '../../../core/pass/frames/frame';
import { later, useInTime } from '../../later';
import { grown } from '../drawing/command';
import type { Box, Geometry } from '../layout/geometry';
import { type Cell, room } from '../layout/measure';
import { laneOfPhase } from '../words/lanes';

const gliding = later('createGlide', () => import('../motion/glide'));

/** Shows another part of a picture at once. */
const jump = (view: Element, to: { readonly left: number; readonly top: number }): void =>
  view.scrollTo?.({ ...to, behavior: 'instant' });

/** The smallest box around some. */
function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const [x, y] = [smallest(boxes.map((box) => box.x)), smallest(boxes.map((box) => box.y))];
  const right = largest(boxes.map((box) => box.x + box.width));
  const bottom = largest(boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** How far letters reach over the room that a name has: its layer is raised. */
const RAISED = 6;

/** What is seen of a tensor with its name whole over it. */
function named(box: Box): Box {
  const { y, height, ...across } = grown(box, room.label);
  return { ...across, y: y - RAISED, height: height + RAISED };
}

/** What is to be seen of a frame. */
interface Subjects {
  /** All that is read and made. */
  readonly all: Box;
  /** What is read out of caches and what is made of it, which goes before all else that is read. */
  readonly cached: Box;
  readonly card: Box;
}

/**
 * What is to be seen of a frame; undefined where there is no card. What is computed again is read out of caches for the
 * slot that missed it, wherever else it stands.
 */
function subjectsOf({ step, places }: Frame, { boxes, cards }: Geometry): Subjects | undefined {
  const layer = step?.layer ?? 1;
  const lane = step && laneOfPhase[step.phase];
  const card = cards.find((one) => one.layer === layer && one.lane === lane) ?? cards[0];
  if (!card) return undefined;
  const marked = Array.from(places).flatMap(([key, { mark, slot }]) => {
    const box = boxes.get(key);
    const isOld = !slot && step?.phase === 'recompute';
    return box && mark && !isOld ? [{ box: named(box), isFirst: slot || mark === 'write' }] : [];
  });
  const all = around(marked.map(({ box }) => box)) ?? card;
  const cached = around(marked.flatMap(({ box, isFirst }) => (isFirst ? [box] : []))) ?? all;
  return { all, cached, card };
}

/** Where a view of some extent has to begin so that it shows a stretch; where it does already, it stays. */
function begin(at: number, extent: number, from: number, length: number): number {
  if (from >= at && from + length <= at + extent) return at;
  return from - Math.max(0, (extent - length) / 2);
}

/**
 * Has a picture that is larger than its frame follow what the step reads and makes, unless something else is told
 * of. How much of it is seen, the view tells each time it is laid out with another size: to ask for that would have it
 * laid out for the question alone.
 */
export function useFollowing(
  element: RefObject<HTMLElement | null>,
  geometry: Geometry,
  frame: Frame,
  extent: number | undefined,
  told: Box | undefined,
): void {
  const createGlide = useInTime(gliding);
  // What glides comes with the reader's first touch, and that alone must move nothing: it may be where nothing is followed to.
  const glide = useRef(jump);
  useEffect(() => {
    if (createGlide) glide.current = createGlide();
  }, [createGlide]);
  const seen = useRef<Cell>(undefined);
  const follow = useRef<() => void>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a view of another height shows something else.
  useEffect(() => {
    const view = element.current;
    if (!view) return;
    follow.current = () => {
      seen.current ??= sizeOf(view);
      const { width, height } = seen.current;
      if (geometry.width <= width && geometry.height <= height) return;
      const subjects = told ? { all: told, cached: told, card: told } : subjectsOf(frame, geometry);
      if (!subjects) return;
      // All that is read and made, beside the whole card where there is room for that: what is made may stand in another column.
      const { all, cached, card } = subjects;
      const across = [around([card, all])!, card].find((box) => box.width <= width) ?? cached;
      const down = all.height <= height ? all : cached;
      glide.current(view, {
        left: begin(view.scrollLeft, width, across.x, across.width),
        top: begin(view.scrollTop, height, down.y, down.height),
      });
    };
    follow.current();
  }, [element, geometry, frame, extent, told]);
  useEffect(() => {
    const view = element.current;
    if (!view || typeof ResizeObserver === 'undefined') return;
    const watching = new ResizeObserver(() => {
      const [before, now] = [seen.current, sizeOf(view)];
      seen.current = now;
      if (before?.width !== now.width || before.height !== now.height) follow.current?.();
    });
    watching.observe(view);
    return () => watching.disconnect();
  }, [element]);
}

const sizeOf = ({ clientWidth, clientHeight }: HTMLElement): Cell => ({
  width: clientWidth,
  height: clientHeight,
});
