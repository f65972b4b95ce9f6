import { useLook } from '../../state/look';
import { selectFrame, selectTrace } from '../../state/selectors';
import { useStore } from '../../state/store';
import { type CachedCell, cachedCell } from '../../state/what-if/cached-cell';

/** The cell that is picked, where it stands in a cache and is computed by now. */
export function useCachedCell(): CachedCell | undefined {
  const pinned = useLook((state) => state.pinned);
  const trace = useStore(selectTrace);
  const { places } = useStore(selectFrame);
  const place = pinned && places.get(pinned.place);
  if (!pinned || place?.lane !== 'cache' || place.state === 'empty') return undefined;
  return cachedCell({ tensor: place.tensor, row: pinned.row, col: pinned.col }, trace);
}
