import { memo } from 'react';
import { usePointing, usePointingActions } from '../../../store';
import type { PlaceThing } from '../../drawing/thing';
import { placeInWords } from '../../words/place-words';
import { Drawn } from '../commands/Drawn';
import { styleOf } from '../commands/drawn-styles';
import styles from './Heatmap.module.css';
import { type Answer, useAnswer } from './useAnswer';
import { useCellPointer } from './useCellPointer';

interface Props {
  /** What its cells are known by to those who point at them. */
  readonly id: string;
  readonly thing: PlaceThing;
}

/** What the name over a tensor takes, and a letter of a word beside it, in CSS pixels. */
const [NAME, LETTER] = [40, 7];

/** Over what is narrower not even a sign finds room beside the name. */
const NARROW = 50;

/** What is written of an answer over a heatmap that is so wide: its words, or where those find no room, a sign. */
const writtenOver = (width: number, { tag, sign }: Answer): string =>
  width < NAME + tag.length * LETTER ? sign : tag;

/** One tensor at its place in a picture: a heatmap, and how it stands with it at this step. */
export const Heatmap = memo(function Heatmap({ id, thing }: Props) {
  const { spot, matrix, box, note, tag, commands } = thing;
  const pointer = useCellPointer(id, matrix);
  const { tensor, slot, state, mark, lane, layer } = spot;
  const lit = usePointing((pointed) => pointed.tensor === tensor);
  const { pointAtTensor } = usePointingActions();
  const answer = useAnswer(slot);
  const shown = state !== 'empty';
  const says = placeInWords(spot, matrix, note, tag);
  return (
    <div
      role="img"
      aria-label={answer?.says ? `${says}, ${answer.says}` : says}
      // Its cells are walked by arrow keys, so that it takes the focus although nothing in it can be pressed.
      tabIndex={shown ? 0 : -1}
      className={styles.heatmap}
      style={styleOf(box)}
      data-key={thing.key}
      data-tensor={tensor}
      data-place={lane}
      data-slot={slot && `${slot.cache}.${slot.slot}`}
      data-layer={layer}
      data-state={state}
      data-mark={mark}
      data-lit={lit || undefined}
      data-answer={answer?.look}
      data-note={note?.kind}
      onPointerOver={() => pointAtTensor(tensor)}
      onPointerOut={() => pointAtTensor(undefined)}
      onFocusCapture={() => pointAtTensor(tensor)}
      onBlurCapture={() => pointAtTensor(undefined)}
      {...(answer?.control ?? (shown && pointer))}
    >
      {commands.map((command) => (
        <Drawn key={command.sign} of={command} within={box} />
      ))}
      {answer?.tag && (
        <span className={styles.answer} data-below={box.width < NARROW} aria-hidden="true">
          {writtenOver(box.width, answer)}
        </span>
      )}
    </div>
  );
});
