import type { KeyboardEvent } from 'react';
import { type Slot, slotKey } from '../../../../core/pass/trace';
import { useAsking, useStoreApi } from '../../../store';

const markWords = {
  right: { sign: '✓', tag: '✓ read', says: 'right: it was read' },
  missed: { sign: '○', tag: '○ missed', says: 'missed: it was read' },
  mistaken: { sign: '✕', tag: '✕ not read', says: 'mistaken: it was not read' },
} as const;

/** How a slot stands in an answer: whether it is chosen, or how that turned out; and how it is chosen. */
export interface Answer {
  readonly look: 'open' | 'chosen' | 'right' | 'missed' | 'mistaken';
  /** What is written on it, where there is room for a sign alone, and else; and what is said of it. */
  readonly sign: string;
  readonly tag: string;
  readonly says: string;
  /** What makes a checkbox of the heatmap while it can be chosen. */
  readonly control: object | undefined;
}

/** The part of a slot in the answer that is asked of the stage; undefined where it has none. */
export function useAnswer(slot: Slot | undefined): Answer | undefined {
  const key = slot && slotKey(slot);
  const { asking } = useStoreApi();
  const isOffered = useAsking(({ offered }) => key !== undefined && offered.has(key));
  const isChosen = useAsking(({ chosen }) => key !== undefined && chosen.has(key));
  const mark = useAsking(({ marks }) => (key === undefined ? undefined : marks.get(key)));
  if (key === undefined) return undefined;
  if (mark) return { look: mark, ...markWords[mark], control: undefined };
  if (!isOffered) return undefined;
  const toggle = () => asking.getState().toggle(key);
  return {
    look: isChosen ? 'chosen' : 'open',
    sign: isChosen ? '?' : '',
    tag: isChosen ? 'your answer' : '',
    says: isChosen ? 'your answer' : '',
    control: {
      role: 'checkbox',
      'aria-checked': isChosen,
      onClick: toggle,
      onKeyDown(event: KeyboardEvent) {
        if (event.key !== ' ' && event.key !== 'Enter') return;
        // Elsewhere Space plays.
        event.preventDefault();
        event.stopPropagation();
        toggle();
      },
    },
  };
}
