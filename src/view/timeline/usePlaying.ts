import { useEffect } from 'react';
import { isAtEnd, type Moves } from '../../state/moves';
import { useActions, useStore } from '../store';

/** How long a step stands while playing, in milliseconds: time enough for its sentence. */
const STEP_TIME = 1400;

/** Takes a step every now and then while playing, up to the last one. */
export function usePlaying({ move, way }: Moves): void {
  const { setPlaying } = useActions();
  const playing = useStore((state) => state.playing);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      move('next');
      if (isAtEnd(way())) setPlaying(false);
    }, STEP_TIME);
    return () => clearInterval(timer);
  }, [playing, move, way, setPlaying]);
}
