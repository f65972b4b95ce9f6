import { Binary, Database, MonitorPlay, PanelsTopLeft, Plus, Sigma, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { limits } from '../../formats/limits';
import { addLayer } from '../../state/choice/edits';
import { useActions, useDisplay, useDisplayActions, useWanted } from '../store';
import { PanelsButton } from './PanelsButton';
import styles from './Rail.module.css';

interface ItemProps {
  readonly name: string;
  readonly says: string;
  readonly icon: ReactNode;
  readonly expanded?: boolean;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  onClick(): void;
}

const Item = ({ name, says, icon, expanded, pressed, ...props }: ItemProps) => (
  <button
    type="button"
    className={styles.item}
    aria-label={says}
    title={says}
    aria-expanded={expanded}
    aria-pressed={pressed}
    {...props}
  >
    <span className={styles.icon}>{icon}</span>
    <span aria-hidden="true">{name}</span>
  </button>
);

/** The slim rail on the left: it opens the editor, and says how the stage is looked at. */
export function Rail({ staged = true }: { staged?: boolean }) {
  const precision = useWanted((choice) => choice.precision);
  const count = useWanted((choice) => choice.layers.length);
  const editing = useDisplay(({ sheet }) => sheet?.of === 'editor');
  const close = useDisplay((state) => state.close);
  const { edit } = useActions();
  const { openSheet, comeClose, present } = useDisplayActions();
  const editor = { expanded: editing, onClick: () => openSheet(editing ? undefined : { of: 'editor' }) };
  return (
    <nav className={styles.rail} aria-label="Network and view">
      <Item name="data" says="Data, and how it is drawn" icon={<Database size={17} />} {...editor} />
      <Item name="loss" says="Loss" icon={<Sigma size={17} />} {...editor} />
      <Item
        name="layer"
        says="Add a layer"
        icon={<Plus size={17} />}
        disabled={count >= limits.layers}
        onClick={() => edit(addLayer)}
      />
      <Item name={precision} says={`Precision: ${precision}`} icon={<Binary size={17} />} {...editor} />
      <span className={styles.gap} />
      {staged && (
        <>
          <Item
            name="zoom"
            says={close ? 'Show the whole network (F)' : 'Zoom to this step (F)'}
            icon={close ? <ZoomOut size={17} /> : <ZoomIn size={17} />}
            pressed={close}
            onClick={() => comeClose(!close)}
          />
          <Item
            name="present"
            says="Present: larger type, panels folded (P)"
            icon={<MonitorPlay size={17} />}
            onClick={() => present(true)}
          />
        </>
      )}
      <PanelsButton className={styles.item!}>
        <span className={styles.icon}>
          <PanelsTopLeft size={17} aria-hidden="true" />
        </span>
        <span aria-hidden="true">panels</span>
      </PanelsButton>
    </nav>
  );
}
