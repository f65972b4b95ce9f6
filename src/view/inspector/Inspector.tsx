import { PanelRightClose } from 'lucide-react';
import type { ReactNode } from 'react';
import { usePanels } from '../../state/shown/panels';
import controls from '../controls/controls.module.css';
import { later, useLater } from '../later';
import { PanelsBack } from '../rail/PanelsButton';
import styles from './Inspector.module.css';
import { Headline } from './said/Headline';
import { Details } from './step/Details';

const ofPass = later('OfPass', () => import('./pass/OfPass'));

/** What the step of now does: its sentence first, then what is asked, and all that there is to say of it, or of a picked cell. */
export function Inspector({ asks }: { asks?: ReactNode }) {
  const { fold } = usePanels.getState();
  const OfPass = useLater(ofPass, true);
  return (
    <>
      <section className={styles.inspector} aria-label="Step">
        <Headline answers />
        {asks}
        <Details>
          <PanelsBack />
          <button
            type="button"
            className={controls.icon}
            aria-label="Fold this panel"
            title="Fold this panel: the sentence stays, over the stage"
            onClick={() => fold('inspector', true)}
          >
            <PanelRightClose size={15} aria-hidden="true" />
          </button>
        </Details>
      </section>
      {OfPass && <OfPass />}
    </>
  );
}
