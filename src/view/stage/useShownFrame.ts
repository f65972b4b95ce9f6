import { useMemo } from 'react';
import { covered } from '../../state/learning/covered';
import { selectFrame } from '../../state/selectors';
import { useAsking, useStore } from '../store';

/** What the stage shows: the frame of now, without what would give an answer away while one is asked. */
export function useShownFrame() {
  const frame = useStore(selectFrame);
  const cover = useAsking((asking) => asking.cover);
  return useMemo(() => (cover ? covered(frame, cover) : frame), [frame, cover]);
}
