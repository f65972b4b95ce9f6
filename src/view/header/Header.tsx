import { Ellipsis } from 'lucide-react';
import { useRef } from 'react';
import { isTampered } from '../../core/pass/what-if/tamper';
import { selectTrace } from '../../state/selectors';
import controls from '../controls/controls.module.css';
import { Guard } from '../guard/Guard';
import { later, useLater } from '../later';
import { isHeaderInALine, type Mode } from '../layout';
import { AsShown, useShown } from '../lending';
import { useStore } from '../store';
import { Actions } from './Actions';
import styles from './Header.module.css';
import { NetworkButton } from './NetworkButton';
import { useUnfolding } from './useUnfolding';
import { Views } from './Views';

const badge = later('Badge', () => import('../what-if/Badge'));

/** From which width on all that stands in the header has its words, in CSS pixels; and where the caches are changed. */
const [SPELLED, SPELLED_CHANGED] = [1400, 1620];

interface Props {
  readonly mode: Mode;
  /** The width of the window. */
  readonly width: number;
}

/** The page's name, its views, and what is done with a model as a whole. */
export function Header({ mode, width }: Props) {
  const more = useRef<HTMLButtonElement>(null);
  const { unfolded, toggle, inside } = useUnfolding(more);
  // The list of lessons shows none.
  const hasNetwork = useStore(({ view, learning }) => view !== 'learn' || learning.lesson !== undefined);
  const changed = useShown((state) => isTampered(selectTrace(state)));
  const narrow = !isHeaderInALine({ mode, width });
  const compact = mode === 'medium' || width < (changed ? SPELLED_CHANGED : SPELLED);
  const form = narrow ? 'narrow' : compact ? 'medium' : 'wide';
  const Badge = useLater(badge, changed);
  return (
    <header className={styles.header} data-mode={form} data-changed={changed}>
      <h1>
        Cache<span>back</span>
      </h1>
      <Views />
      <div role="status" className={styles.badge}>
        <AsShown>
          {Badge && (
            <Guard part="The badge" over>
              <Badge mode={mode === 'medium' ? 'narrow' : form} />
            </Guard>
          )}
        </AsShown>
      </div>
      {narrow && (
        <button
          ref={more}
          type="button"
          className={`${controls.button} ${styles.more}`}
          aria-label="More"
          aria-expanded={unfolded}
          onClick={toggle}
          {...inside}
        >
          <Ellipsis size={17} aria-hidden="true" />
        </button>
      )}
      {mode === 'wide' && hasNetwork && (
        <AsShown>
          <NetworkButton />
        </AsShown>
      )}
      <div className={styles.actions} data-folded={narrow && !unfolded} {...inside}>
        <Actions narrow={narrow} compact={compact && !narrow} />
      </div>
    </header>
  );
}
