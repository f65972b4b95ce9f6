import { computedIn, contentOf } from '../../core/contents';
import { cell as at } from '../../core/matrix';
import { useLook } from '../../state/look';
import { selectFrame, selectTrace } from '../../state/selectors';
import { useStore } from '../../state/store';
import type { CachedCell } from '../../state/what-if/edits';

/** The cell that is picked, where it stands in a cache and is computed by now. */
export function useCachedCell(): CachedCell | undefined {
  const pinned = useLook((state) => state.pinned);
  const trace = useStore(selectTrace);
  const { places } = useStore(selectFrame);
  const place = pinned && places.get(pinned.place);
  if (!pinned || place?.lane !== 'cache' || place.state === 'empty') return undefined;
  const { tensor } = place;
  const { row, col } = pinned;
  const content = contentOf(place, trace);
  if (row >= content.rows || col >= content.cols) return undefined;
  const computed = computedIn(trace).get(tensor) ?? content;
  return { tensor, row, col, value: at(content, row, col), computed: at(computed, row, col) };
}
