import { Editor } from '../editor/Editor';
import { OfPass } from '../inspector/pass/OfPass';
import { Details } from '../inspector/step/Details';
import type { Mode } from '../layout';
import { useDisplay } from '../store';
import { LayerSheet } from './LayerSheet';
import { Sheet } from './Sheet';
import styles from './Sheet.module.css';

interface Props {
  readonly mode: Mode;
  /** Whether they lie over the right of the stage even in a hand, since it is low. */
  readonly low?: boolean;
  /** Whether the editor has the layers too, which have no cards there. */
  readonly layers?: boolean;
  /** Whether the step is told of beside the stage, and needs no sheet. */
  readonly told?: boolean;
}

/** What lies over the stage now. */
export function Sheets({ mode, low = false, layers = false, told = false }: Props) {
  const sheet = useDisplay((state) => state.sheet);
  const narrow = mode === 'narrow';
  const side = narrow && !low ? 'bottom' : 'right';
  if (sheet?.of === 'editor')
    return (
      <Sheet title="Network and data" side={narrow ? side : 'left'}>
        <Editor layers={layers} adds={narrow} />
      </Sheet>
    );
  if (sheet?.of === 'step' && !told)
    return (
      <Sheet title="What the step does" side={side}>
        <div className={styles.body}>
          <Details />
        </div>
        <OfPass />
      </Sheet>
    );
  if (sheet?.of === 'layer' && narrow) return <LayerSheet l={sheet.layer} side={side} />;
  return null;
}
