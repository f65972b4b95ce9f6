import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Frame } from '../../../core/pass/frames/frame';
import { TensorName } from '../../TensorName';
import type { Box, Geometry } from '../layout/geometry';
import styles from './BeyondMarks.module.css';
import { type Beyond, beyondOf, type Side } from './beyond';
import { seenOf } from './seen';
import { watch } from './watching';

const arrows = { left: ArrowLeft, right: ArrowRight, above: ArrowUp, below: ArrowDown } satisfies Record<
  Side,
  unknown
>;

/** How far from the corners of what is seen a mark stays, and how far from each other two are at one edge, in CSS pixels. */
const [CORNER, APART] = [20, 30];

const between = (least: number, x: number, most: number): number => Math.max(least, Math.min(x, most));

/** Where along its edge a mark stands: where the thing itself is, as far as the edge reaches, and clear of the one before it. */
function along({ side, box }: Beyond, seen: Box, nth: number): { left: number } | { top: number } {
  const isAside = side === 'left' || side === 'right';
  const [middle, extent] = isAside
    ? [box.y + box.height / 2 - seen.y, seen.height]
    : [box.x + box.width / 2 - seen.x, seen.width];
  const at = between(CORNER, middle, extent - CORNER - nth * APART) + nth * APART;
  return isAside ? { top: at } : { left: at };
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
  const all = beyondOf(frame, geometry, seen);
  return (
    <div className={styles.beyond} style={{ height: seen.height }}>
      {all.map((of, i) => {
        const { key, tensor, mark, side, box } = of;
        const Arrow = arrows[side];
        const nth = all.slice(0, i).filter((other) => other.side === side).length;
        return (
          <button
            key={key}
            type="button"
            className={styles.mark}
            data-side={side}
            data-beyond={mark}
            style={along(of, seen, nth)}
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
