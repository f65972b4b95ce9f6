import { memo, useDeferredValue, useState } from 'react';
import { type ActivationName, activationOf, isBuiltIn } from '../../core/activations';
import { selectExplored } from '../../state/selectors';
import { OWN } from '../../state/shown/view';
import { Guard } from '../guard/Guard';
import type { Layout } from '../layout';
import appStyles from '../page/App.module.css';
import { useActions, useStore } from '../store';
import styles from './Activations.module.css';
import { Explorer } from './Explorer';
import { OwnFormula } from './own/OwnFormula';
import { verdictFor } from './useVerdicts';
import { VerdictList } from './VerdictList';

/** Is A enough? All activations with their verdicts, and for one of them the proof, the boundary and the losses. */
export function ActivationsView({ layout }: { layout: Layout }) {
  const picked = useStore(selectExplored);
  const { explore } = useActions();
  // What is told of one is worked out piece by piece, so that whoever picks another one meanwhile does not wait for it.
  const told = useDeferredValue<typeof picked | null>(picked, null);
  return (
    <main className={`${appStyles.main} ${styles.view}`} data-view="activations" data-mode={layout.mode}>
      <div className={styles.listRail}>
        <h2>Is A enough?</h2>
        <Guard part="The list of verdicts">
          <VerdictList
            picked={nameOf(picked)}
            onPick={(activation) => explore({ activation, layer: picked.layer })}
          />
        </Guard>
      </div>
      {told && <Told {...told} layout={layout} />}
    </main>
  );
}

/** What is looked at: one of the record, or the own one. */
const nameOf = ({ activation }: { readonly activation: string }): ActivationName | typeof OWN =>
  activation === OWN || isBuiltIn(activation) ? activation : 'silu';

interface Props {
  readonly activation: string;
  readonly layer: number;
  readonly layout: Layout;
}

/** All that there is to say of one activation. */
const Told = memo(function Told({ activation, layer, layout }: Props) {
  const name = nameOf({ activation });
  if (name === OWN)
    return (
      <Guard part="Your own activation">
        <OwnFormula layer={layer} layout={layout} />
      </Guard>
    );
  return (
    <Guard key={name} part={name}>
      <BuiltIn name={name} layer={layer} layout={layout} />
    </Guard>
  );
});

/** One activation of the record, at its usual alpha until another is set. */
function BuiltIn({ name, layer, layout }: { name: ActivationName; layer: number; layout: Layout }) {
  const [alpha, setAlpha] = useState<number>();
  const usual = activationOf(name).alpha;
  return (
    <Explorer
      named={{ activation: name }}
      found={verdictFor(name)}
      alpha={usual === undefined ? 0 : (alpha ?? usual)}
      layer={layer}
      layout={layout}
      onAlpha={usual === undefined ? undefined : setAlpha}
    />
  );
}
