import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { largest, smallest } from '../../core/math/extremes';
import type { Frame } from '../../core/pass/frame';
import { grown } from './drawing/command';
import type { Box, Geometry } from './layout/geometry';
import { type Cell, room } from './layout/measure';
import { laneOfPhase } from './words/lanes';

/** The smallest box around some. */
function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const [x, y] = [smallest(boxes.map((box) => box.x)), smallest(boxes.map((box) => box.y))];
  const right = largest(boxes.map((box) => box.x + box.width));
  const bottom = largest(boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/**
 * What is to be seen of a frame, from what matters most: what is read out of caches and what is made of it; the card.
 */
function subjectsOf({ step, places }: Frame, { boxes, cards }: Geometry): Box[] {
  const layer = step?.layer ?? 1;
  const lane = step && laneOfPhase[step.phase];
  const card = cards.find((one) => one.layer === layer && one.lane === lane) ?? cards[0];
  const marked = Array.from(places).flatMap(([key, { mark, slot }]) => {
    const box = boxes.get(key);
    return box && mark && (slot || mark === 'write') ? [grown(box, room.label)] : [];
  });
  return [around(marked), card].flatMap((box) => box ?? []);
}

/** Where a view of some extent has to begin so that it shows a stretch; where it does already, it stays. */
function begin(at: number, extent: number, from: number, length: number): number {
  if (from >= at && from + length <= at + extent) return at;
  return from - Math.max(0, (extent - length) / 2);
}

/**
 * How much of a picture is seen at once. The view tells it when it is laid out; it is asked, which has the browser lay
 * out what was changed so far, only where the room or the picture has just become another.
 */
function useSeen(
  element: RefObject<HTMLElement | null>,
  geometry: Geometry,
  extent: number | undefined,
): () => Cell {
  const known = useRef<Cell>(undefined);
  const ask = useCallback((): Cell => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = element.current ?? {};
    known.current = { width, height };
    return known.current;
  }, [element]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture may have another room, or bars to scroll it.
  useEffect(() => {
    known.current = undefined;
  }, [geometry, extent]);
  useEffect(() => {
    const view = element.current;
    if (!view || typeof ResizeObserver === 'undefined') return;
    const watching = new ResizeObserver(ask);
    watching.observe(view);
    return () => watching.disconnect();
  }, [element, ask]);
  return useCallback(() => known.current ?? ask(), [ask]);
}

/** Has a picture that is larger than its frame follow what the step reads and makes, unless something else is told of. */
export function useFollowing(
  element: RefObject<HTMLElement | null>,
  geometry: Geometry,
  frame: Frame,
  extent: number | undefined,
  told: Box | undefined,
): void {
  const seen = useSeen(element, geometry, extent);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a view of another height shows something else.
  useEffect(() => {
    const view = element.current;
    if (!view) return;
    const { width, height } = seen();
    if (geometry.width <= width && geometry.height <= height) return;
    const [subject, card = subject] = told ? [told] : subjectsOf(frame, geometry);
    if (!subject || !card) return;
    // The whole card from side to side, where there is room for it.
    const across = card.width <= width ? card : subject;
    view.scrollTo?.({
      left: begin(view.scrollLeft, width, across.x, across.width),
      top: begin(view.scrollTop, height, subject.y, subject.height),
    });
  }, [element, seen, geometry, frame, extent, told]);
}
