import { selectFrame, selectTrace } from '../../state/selectors';
import { type CachedCell, cachedCell } from '../../state/what-if/cached-cell';
import { usePointing, useStore } from '../store';

/** The cell that is picked, where it stands in a cache and is computed by now. */
export function useCachedCell(): CachedCell | undefined {
  const pinned = usePointing((state) => state.pinned);
  const trace = useStore(selectTrace);
  const { places } = useStore(selectFrame);
  const place = pinned && places.get(pinned.place);
  if (!pinned || place?.lane !== 'cache' || place.state === 'empty') return undefined;
  return cachedCell({ tensor: place.tensor, row: pinned.row, col: pinned.col }, trace);
}
