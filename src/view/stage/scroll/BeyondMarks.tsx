import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import { type CSSProperties, type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Frame } from '../../../core/pass/frames/frame';
import { TensorName } from '../../TensorName';
import type { Box, Geometry } from '../layout/geometry';
import { apart } from './apart';
import styles from './BeyondMarks.module.css';
import { type Beyond, beyondOf, type Side } from './beyond';
import { seenOf } from './seen';
import { watch } from './watching';

const arrows = { left: ArrowLeft, right: ArrowRight, above: ArrowUp, below: ArrowDown } satisfies Record<
  Side,
  unknown
>;

/** How far from each other two marks are, one below the other and one beside it, in CSS pixels: a name is wider than it is high. */
const [BELOW, BESIDE] = [30, 80];

/** Where each of some marks stands along its edge: where the thing itself is, as far as the edge reaches and others leave room. */
function placesOf(all: readonly Beyond[], seen: Box): ReadonlyMap<Beyond, CSSProperties> {
  const places = new Map<Beyond, CSSProperties>();
  for (const side of ['left', 'right', 'above', 'below'] as const) {
    const marks = all.filter((of) => of.side === side);
    const isAside = side === 'left' || side === 'right';
    const middles = marks.map(({ box }) =>
      isAside ? box.y + box.height / 2 - seen.y : box.x + box.width / 2 - seen.x,
    );
    const ats = isAside ? apart(middles, BELOW, seen.height) : apart(middles, BESIDE, seen.width);
    marks.forEach((of, i) => void places.set(of, { [isAside ? 'top' : 'left']: ats[i]! }));
  }
  return places;
}

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly geometry: Geometry;
  readonly frame: Frame;
}

/**
 * At the edge of the stage, what the step reads or makes beyond it: so that nobody looks for it in vain. It leads there.
 */
export function BeyondMarks({ scroller, geometry, frame }: Props) {
  const [seen, setSeen] = useState<Box>();
  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    const look = () => setSeen(seenOf(view));
    // Browsers tell of scrolling just before they draw a frame: so the marks are in it, and need none of their own.
    return watch(view, { scrolled: () => flushSync(look), resized: look });
  }, [scroller]);
  if (!seen) return null;
  const places = placesOf(beyondOf(frame, geometry, seen), seen);
  return (
    <div className={styles.beyond} style={{ height: seen.height }}>
      {Array.from(places, ([{ key, tensor, mark, side, box }, place]) => {
        const Arrow = arrows[side];
        return (
          <button
            key={key}
            type="button"
            className={styles.mark}
            data-side={side}
            data-beyond={mark}
            style={place}
            title={mark === 'read' ? 'Read in this step' : 'Made in this step'}
            // A mark is gone once it has led there: the stage has the focus then, so that the arrow keys go on stepping.
            onClick={() => {
              scroller.current?.focus({ preventScroll: true });
              scroller.current?.scrollBy({
                left: box.x + box.width / 2 - seen.x - seen.width / 2,
                top: box.y + box.height / 2 - seen.y - seen.height / 2,
              });
            }}
          >
            <Arrow size={13} aria-hidden="true" />
            <span translate="no">
              <TensorName of={tensor} />
            </span>
          </button>
        );
      })}
    </div>
  );
}
