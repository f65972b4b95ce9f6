import { ActivationsView } from '../src/view/activations/ActivationsView';
import { CompareView } from '../src/view/compare/CompareView';
import { Editor } from '../src/view/editor/Editor';
import { Broken } from '../src/view/guard/Broken';
import { layoutOf } from '../src/view/layout';
import { Notice } from '../src/view/page/Notice';
import { useActions } from '../src/view/store';
import { PassTimeline } from '../src/view/timeline/PassTimeline';
import { networkNames, networks } from '../tests/examples/networks';
import styles from './Gallery.module.css';
import { State } from './State';

const layout = layoutOf(1440, 900);
const nothing = () => undefined;

/** The panels that show what the store holds, for the example that is chosen here. */
export function Panels() {
  const { show, notify } = useActions();
  return (
    <>
      <p className={styles.row}>
        {networkNames.map((name) => (
          <button key={name} type="button" onClick={() => show(networks[name], 'start')}>
            {name}
          </button>
        ))}
        <button type="button" onClick={() => notify('A sentence.\nAnd one more, under it.')}>
          a notice
        </button>
      </p>
      <Notice />
      <State of="Timeline">
        <PassTimeline width={1100} form="whole" />
      </State>
      <State of="Timeline, lower">
        <PassTimeline width={720} form="short" />
      </State>
      <div className={styles.row}>
        <State rail of="Editor">
          <Editor />
        </State>
        {[false, true].map((isAll) => (
          <State key={String(isAll)} rail of={isAll ? 'The page broke' : 'A part broke'}>
            <Broken
              part={isAll ? 'The page' : 'The stage'}
              error={new Error('an example')}
              isAll={isAll}
              leave={nothing}
              retry={nothing}
            />
          </State>
        ))}
      </div>
      <State of="Compare">
        <CompareView layout={layout} />
      </State>
      <State of="Activations">
        <ActivationsView layout={layout} />
      </State>
    </>
  );
}
