import { useEffect } from 'react';
import { move } from '../../state/moves';
import { selectIndex, selectTrace } from '../../state/selectors';
import { useStore } from '../../state/store';

/** How long a step stands while playing, in milliseconds: time enough for its sentence. */
const STEP_TIME = 1400;

const isAtEnd = (): boolean => {
  const state = useStore.getState();
  return selectIndex(state) === selectTrace(state).steps.length;
};

/** Starts playing, from the beginning where the reader stands at the end; or stops. */
export function togglePlaying(): void {
  const { playing, setPlaying } = useStore.getState();
  if (!playing && isAtEnd()) move('first');
  setPlaying(!playing);
}

/** Takes a step every now and then while playing, up to the last one. */
export function usePlaying(): void {
  const playing = useStore((state) => state.playing);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      move('next');
      if (isAtEnd()) useStore.getState().setPlaying(false);
    }, STEP_TIME);
    return () => clearInterval(timer);
  }, [playing]);
}
