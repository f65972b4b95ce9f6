import { useLook } from '../../state/look';
import type { Scales } from '../../state/scales';
import { selectScales } from '../../state/selectors';
import { useStore } from '../../state/store';

/** The colour scales of the pass that is shown, as the reader has them shared. */
export function useScales(): Scales {
  const sharing = useLook((state) => state.sharing);
  return useStore(selectScales[sharing]);
}
