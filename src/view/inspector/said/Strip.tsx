import { PanelRightOpen, X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { isAsking } from '../../../state/shown/first-sight';
import { usePanels } from '../../../state/shown/panels';
import controls from '../../controls/controls.module.css';
import { Guard } from '../../guard/Guard';
import { later, useInTime } from '../../later';
import type { Layout } from '../../layout';
import { PanelsBack } from '../../rail/PanelsButton';
import { useDisplay, useDisplayActions, usePointing, useStore } from '../../store';
import { Headline } from './Headline';
import styles from './Strip.module.css';
import type { SaidRoom } from './said-type';
import { Ways } from './Ways';

const checks = later('ChecksSign', () => import('../../checks/ChecksSign'));

/** From which height on there is room for a second sentence of one line, and of two, in CSS pixels. */
const [TWO_LINES, THREE_LINES] = [48, 70];

/** What stands beside a sentence, with its gaps: the button for all else and the edges; the signs of the checks, or the button that leaves; on a phone that lies on its side, which step it is. In CSS pixels. */
const [EDGES, SIGN, KICKER_BESIDE] = [78, 110, 176];

/** What stands over a sentence, with the air over that, and around both. */
const [KICKER, AROUND] = [16, 2];

/** The room of the sentence in the strip of a layout. */
function roomOf({ mode, low, presenting, width, railWidth, stripHeight }: Layout): SaidRoom {
  const beside = EDGES + (low ? KICKER_BESIDE : 0) + (mode === 'narrow' && !presenting ? 0 : SIGN);
  return {
    width: width - railWidth - beside,
    height: stripHeight - AROUND - (low && !presenting ? 0 : KICKER),
    most: presenting ? 22 : mode === 'narrow' ? 13 : 15,
  };
}

/** The step in one line over the stage, where its panel has no room or is folded; the rest comes on demand. */
export function Strip({ layout }: { layout: Layout }) {
  const { mode, presenting, stripHeight } = layout;
  const room = useMemo(() => roomOf(layout), [layout]);
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
      <Headline
        answers={stripHeight >= TWO_LINES}
        gains={mode === 'narrow' && stripHeight >= THREE_LINES}
        room={room}
      />
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
