import type { Scales } from '../../state/scales';
import { selectScales } from '../../state/selectors';
import { useDisplay, useStore } from '../store';

/** The colour scales of the pass that is shown, as the reader has them shared. */
export function useScales(): Scales {
  const sharing = useDisplay((state) => state.sharing);
  return useStore(selectScales[sharing]);
}
