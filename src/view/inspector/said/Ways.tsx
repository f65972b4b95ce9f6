import { SlidersHorizontal } from 'lucide-react';
import { keepRules } from '../../../core/model/keep-rules';
import { ANSWERING } from '../../../lessons/names';
import { passMoves } from '../../../state/moves';
import controls from '../../controls/controls.module.css';
import { useActions, useDisplayActions, useWanted } from '../../store';
import { useMoves } from '../../timeline/useMoves';

/**
 * The ways on from the first sight: what the layer is, where its head is out of sight; the steps that led there; and the
 * lesson that answers the question.
 */
export function Ways({ choosing = false }: { choosing?: boolean }) {
  const { move, togglePlaying } = useMoves(passMoves);
  const { learn } = useActions();
  const fromTheStart = () => {
    move('first');
    togglePlaying();
  };
  const layer = useWanted(({ layers }) => layers[0]);
  const { openSheet } = useDisplayActions();
  return (
    <>
      {choosing && layer && (
        <button
          type="button"
          className={controls.button}
          aria-label={`Layer 1: ${layer.activation}, keeps ${keepRules[layer.keep].label}`}
          onClick={() => openSheet({ of: 'layer', layer: 1 })}
        >
          <SlidersHorizontal size={15} aria-hidden="true" />
          <span>
            {layer.activation}, keeps {keepRules[layer.keep].label}
          </span>
        </button>
      )}
      <button type="button" className={controls.button} onClick={fromTheStart}>
        How did we get here?
      </button>
      <button
        type="button"
        className={controls.primary}
        onClick={() => learn({ lesson: ANSWERING, beat: 1 })}
      >
        Find out in a lesson
      </button>
    </>
  );
}
