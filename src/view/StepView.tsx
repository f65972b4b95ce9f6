import { passMoves } from '../state/moves';
import { selectIndex } from '../state/selectors';
import { useStore } from '../state/store';
import styles from './App.module.css';
import { Editor } from './editor/Editor';
import { Inspector } from './inspector/Inspector';
import { useKeys } from './keys/useKeys';
import type { Layout } from './layout';
import { Stage } from './stage/Stage';
import { PassTimeline } from './timeline/PassTimeline';
import { usePlaying } from './timeline/usePlaying';

/** One pass, step by step: the network, its stage, what the step does, and the timeline. */
export function StepView({ layout }: { layout: Layout }) {
  const index = useStore(selectIndex);
  useKeys(passMoves);
  usePlaying(passMoves);
  const { mode, timelineWidth } = layout;
  const wide = mode === 'wide';
  return (
    <main className={styles.main} data-step={index}>
      {wide && (
        <div className={styles.editor}>
          <Editor />
        </div>
      )}
      <div className={styles.stage}>
        <Stage layout={layout} />
      </div>
      <div className={wide ? styles.inspector : styles.editor}>
        <Inspector />
        {!wide && <Editor />}
      </div>
      <div className={styles.timeline}>
        <PassTimeline width={timelineWidth} compact={mode === 'narrow'} />
      </div>
    </main>
  );
}
