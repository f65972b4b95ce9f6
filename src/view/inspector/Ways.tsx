import { passMoves } from '../../state/moves';
import controls from '../controls/controls.module.css';
import { useActions } from '../store';
import { useMoves } from '../timeline/useMoves';

/** The two ways on from the first sight: the steps that led there, and the lessons. */
export function Ways() {
  const { move, togglePlaying } = useMoves(passMoves);
  const { setView } = useActions();
  const fromTheStart = () => {
    move('first');
    togglePlaying();
  };
  return (
    <>
      <button type="button" className={controls.button} onClick={fromTheStart}>
        How did we get here?
      </button>
      <button type="button" className={controls.button} onClick={() => setView('learn')}>
        Lessons
      </button>
    </>
  );
}
