import { PanelRightOpen, X } from 'lucide-react';
import { useEffect } from 'react';
import { isAsking } from '../../state/first-sight';
import { usePanels } from '../../state/panels';
import controls from '../controls/controls.module.css';
import { Guard } from '../guard/Guard';
import { later, useInTime } from '../later';
import type { Layout } from '../layout';
import { PanelsBack } from '../rail/PanelsButton';
import { useDisplay, useDisplayActions, usePointing, useStore } from '../store';
import { Headline } from './Headline';
import styles from './Strip.module.css';
import { Ways } from './Ways';

const checks = later(() => import('../checks/ChecksSign').then(({ ChecksSign }) => ChecksSign));

/** From which height on there is room for a second sentence of one line, and of two, in CSS pixels. */
const [TWO_LINES, THREE_LINES] = [48, 70];

/** The step in one line over the stage, where its panel has no room or is folded; the rest comes on demand. */
export function Strip({ layout }: { layout: Layout }) {
  const { mode, presenting, stripHeight } = layout;
  const ways = useStore(isAsking) && layout.ways === 'beside';
  const isOpen = useDisplay(({ sheet }) => sheet?.of === 'step');
  const { openSheet, present } = useDisplayActions();
  const { fold } = usePanels.getState();
  const isChecked = usePanels(({ hidden }) => !hidden.includes('checks'));
  const ChecksSign = useInTime(checks);
  const pinned = usePointing((state) => state.pinned);
  // A picked cell is told of where all else is.
  useEffect(() => {
    if (pinned) openSheet({ of: 'step' });
  }, [pinned, openSheet]);
  const toggle = () => {
    if (mode === 'wide' && !presenting) fold('inspector', false);
    else openSheet(isOpen ? undefined : { of: 'step' });
  };
  return (
    <section className={styles.strip} aria-label="Step" data-presenting={presenting} data-ways={ways}>
      <Headline answers={stripHeight >= TWO_LINES} gains={mode === 'narrow' && stripHeight >= THREE_LINES} />
      {ways && <Ways />}
      {ChecksSign && isChecked && !isOpen && !presenting && mode !== 'narrow' && (
        <Guard part="The sign of the checks" over>
          <ChecksSign onOpen={toggle} />
        </Guard>
      )}
      <PanelsBack />
      <button
        type="button"
        className={controls.icon}
        aria-label="What the step does"
        title="Formula, code, what is read and written"
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <PanelRightOpen size={17} aria-hidden="true" />
      </button>
      {presenting && (
        <button type="button" className={controls.button} onClick={() => present(false)}>
          <X size={15} aria-hidden="true" /> Leave
        </button>
      )}
    </section>
  );
}
