import { type MouseEvent, memo } from 'react';
import { cacheOf } from '../../../explain/phrases';
import { usePointingActions } from '../../store';
import type { BadgeThing } from '../drawing/thing';
import styles from './Badge.module.css';
import { lettersOf } from './commands/drawn-styles';
import { Runs } from './commands/Runs';

/** The heatmap of a place in the picture that an element stands in. */
const heatmapOf = (from: Element, key: string): HTMLElement | null =>
  from.closest('[data-picture]')?.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? null;

interface Props {
  /** The picture's name, with which the places of its cells begin. */
  readonly name: string;
  readonly thing: BadgeThing;
}

/** The badge of a slot whose buffer stands in another slot too, as a way there. */
export const Badge = memo(function Badge({ name, thing: { other, slot, commands } }: Props) {
  const { pointAt } = usePointingActions();
  const jump = ({ currentTarget, detail }: MouseEvent) => {
    const heatmap = heatmapOf(currentTarget, other);
    heatmap?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    // By keyboard it takes the focus along; a press leaves the arrow keys to the steps.
    if (detail === 0) heatmap?.focus();
    pointAt({ place: name + other, row: 0, col: 0 });
  };
  return commands.map((text) => (
    <button
      key={text.sign}
      type="button"
      className={styles.badge}
      data-drawn={text.sign}
      aria-label={`One buffer, two slots: to ${slot.slot} in ${cacheOf(slot)}`}
      title={`One buffer, two slots: the other is ${slot.slot} in ${cacheOf(slot)}`}
      style={{ left: text.box.x + text.box.width, top: text.box.y + text.box.height / 2, ...lettersOf(text) }}
      onClick={jump}
      onPointerLeave={() => pointAt(undefined)}
    >
      <Runs of={text} />
    </button>
  ));
});
