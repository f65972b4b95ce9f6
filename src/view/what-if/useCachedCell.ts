import { contentOf } from '../../core/contents';
import type { CellOf } from '../../core/dependence';
import { cell as at } from '../../core/matrix';
import { useLook } from '../../state/look';
import { selectFrame, selectTrace } from '../../state/selectors';
import { useStore } from '../../state/store';

/** A cell of a cache with what stands in it. */
export interface CachedCell extends CellOf {
  readonly value: number;
}

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
  return { tensor, row, col, value: at(content, row, col) };
}
