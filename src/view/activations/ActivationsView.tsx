import { useState } from 'react';
import { activationOf, isBuiltIn } from '../../core/activations';
import { selectUntouched } from '../../state/selectors';
import { useStore } from '../../state/store';
import { OWN } from '../../state/view';
import appStyles from '../App.module.css';
import type { Layout } from '../layout';
import styles from './Activations.module.css';
import { Explorer } from './Explorer';
import { OwnFormula } from './OwnFormula';
import { verdictFor } from './useVerdicts';
import { VerdictList } from './VerdictList';

/** Is A enough? All activations with their verdicts, and for one of them the proof, the boundary and the losses. */
export function ActivationsView({ layout }: { layout: Layout }) {
  const exploring = useStore((state) => state.exploring);
  const layers = useStore((state) => selectUntouched(state).model.layers);
  const { explore } = useStore.getState();
  const isOwn = exploring.activation === OWN;
  const name = isBuiltIn(exploring.activation) ? exploring.activation : 'silu';
  const [alpha, setAlpha] = useState<number>();
  const layer = Math.min(exploring.layer, layers.length);
  const usual = activationOf(name).alpha;
  return (
    <main className={`${appStyles.main} ${styles.view}`} data-view="activations" data-mode={layout.mode}>
      <div className={styles.listRail}>
        <h2>Is A enough?</h2>
        <VerdictList
          picked={isOwn ? OWN : name}
          onPick={(activation) => {
            setAlpha(undefined);
            explore({ activation });
          }}
        />
      </div>
      {isOwn ? (
        <OwnFormula layer={layer} layout={layout} />
      ) : (
        <Explorer
          key={name}
          named={{ activation: name }}
          found={verdictFor(name)}
          alpha={usual === undefined ? 0 : (alpha ?? usual)}
          layer={layer}
          layout={layout}
          onAlpha={usual === undefined ? undefined : setAlpha}
        />
      )}
    </main>
  );
}
