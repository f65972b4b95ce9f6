import { Link2 } from 'lucide-react';
import { usePanels } from '../../state/shown/panels';
import type { Store } from '../../state/state';
import controls from '../controls/controls.module.css';
import { useStoreApi } from '../store';

/** Copies the link to what is shown, the step included, and says what came of it. */
async function share(state: ReturnType<Store['getState']>): Promise<void> {
  const { notify } = state;
  // It is there already, as what keeps the address: this only takes it out of the first load.
  const { linkOf } = await import('../../state/address/shared-link');
  const { hash, whole } = linkOf(state.choice, state.position, state, usePanels.getState().hidden);
  const link = new URL(hash, window.location.href).href;
  const also = whole ? '' : ' The opened data is too large for a link: send the file along.';
  try {
    await navigator.clipboard.writeText(link);
    notify(`The link to this step is copied.${also}`, { passing: whole });
  } catch {
    notify(`The browser does not let the page copy. The link is in the address bar.${also}`);
  }
}

export function ShareButton({ compact }: { compact: boolean }) {
  const { getState } = useStoreApi();
  return (
    <button type="button" className={controls.button} onClick={() => void share(getState())}>
      <Link2 size={15} aria-hidden="true" /> <span className={compact ? controls.hidden : ''}>Share</span>
    </button>
  );
}
