import { passMoves } from '../state/moves';
import { selectIndex } from '../state/selectors';
import styles from './App.module.css';
import { Editor } from './editor/Editor';
import { Guard } from './guard/Guard';
import { Inspector } from './inspector/Inspector';
import { useKeys } from './keys/useKeys';
import { later, useLater } from './later';
import type { Layout } from './layout';
import { Stage } from './stage/Stage';
import { useActions, useStore } from './store';
import { PassTimeline } from './timeline/PassTimeline';
import { useMoves } from './timeline/useMoves';
import { usePlaying } from './timeline/usePlaying';

const predict = later(() => import('./learn/Predict').then(({ Predict }) => Predict));

/** One pass, step by step: the network, its stage, what the step does, and the timeline. */
export function StepView({ layout }: { layout: Layout }) {
  const index = useStore(selectIndex);
  const moves = useMoves(passMoves);
  useKeys(moves);
  usePlaying(moves);
  const predicting = useStore((state) => state.predicting);
  const { setPredicting } = useActions();
  const Predict = useLater(predict, predicting, () => setPredicting(false));
  const { mode, timelineWidth } = layout;
  const wide = mode === 'wide';
  const editor = (
    <Guard part="The editor">
      <Editor />
    </Guard>
  );
  return (
    <main className={styles.main} data-step={index}>
      {wide && <div className={styles.editor}>{editor}</div>}
      <div className={styles.stage}>
        <Guard part="The stage">
          <Stage layout={layout} />
        </Guard>
      </div>
      <div className={wide ? styles.inspector : styles.editor}>
        {Predict && (
          <Guard part="The prediction" onLeave={() => setPredicting(false)}>
            <Predict />
          </Guard>
        )}
        <Inspector />
        {!wide && editor}
      </div>
      <div className={styles.timeline}>
        <Guard part="The timeline">
          <PassTimeline width={timelineWidth} compact={mode === 'narrow'} />
        </Guard>
      </div>
    </main>
  );
}
