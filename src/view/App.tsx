import { type CSSProperties, lazy, type ReactNode, Suspense } from 'react';
import { useLook } from '../state/look';
import { selectIndex } from '../state/selectors';
import { useStore } from '../state/store';
import styles from './App.module.css';
import { Editor } from './editor/Editor';
import { Header } from './header/Header';
import { Inspector } from './inspector/Inspector';
import { useKeys } from './keys/useKeys';
import { useLayout } from './layout';
import { Notice } from './Notice';
import { Stage } from './stage/Stage';
import { Player } from './timeline/Player';
import { Timeline } from './timeline/Timeline';
import { usePlaying } from './timeline/usePlaying';
import { useFileDrop } from './useFileDrop';
import { useThemeOnPage } from './useThemeName';

const KeyList = lazy(() => import('./keys/KeyList').then(({ KeyList }) => ({ default: KeyList })));

const Rail = ({ className, children }: { className: string | undefined; children: ReactNode }) => (
  <div className={className}>{children}</div>
);

/** What is left of the timeline's width beside the player and the margins. */
const MARGIN = 32;

/** The whole page. */
export function App() {
  const layout = useLayout();
  const { mode, editorWidth, inspectorWidth, headerHeight, timelineHeight, stage } = layout;
  const index = useStore(selectIndex);
  const keysListed = useLook((state) => state.keysListed);
  const dropping = useFileDrop();
  useThemeOnPage();
  usePlaying();
  useKeys();
  const narrow = mode === 'narrow';
  const timelineWidth = (narrow ? stage.width : window.innerWidth - editorWidth) - MARGIN;
  const sizes = {
    '--editor': `${editorWidth}px`,
    '--inspector': `${inspectorWidth}px`,
    '--header': `${headerHeight}px`,
    '--timeline': `${timelineHeight}px`,
  } as CSSProperties;
  return (
    <div className={styles.page} data-mode={mode} style={sizes}>
      <div className={styles.header}>
        <Header compact={narrow} />
      </div>
      <main className={styles.main} data-step={index}>
        {mode === 'wide' ? (
          <>
            <Rail className={styles.editor}>
              <Editor />
            </Rail>
            <div className={styles.stage}>
              <Stage layout={layout} />
            </div>
            <Rail className={styles.inspector}>
              <Inspector />
            </Rail>
          </>
        ) : (
          <>
            <div className={styles.stage}>
              <Stage layout={layout} />
            </div>
            <div className={styles.editor}>
              <Inspector />
              <Editor />
            </div>
          </>
        )}
        <div className={styles.timeline}>
          <div className={styles.player}>
            <Player compact={narrow} />
          </div>
          <Timeline width={timelineWidth} compact={narrow} />
        </div>
      </main>
      <Notice />
      <Suspense>{keysListed && <KeyList />}</Suspense>
      {dropping && <div className={styles.drop}>Drop a model file to open it</div>}
    </div>
  );
}
