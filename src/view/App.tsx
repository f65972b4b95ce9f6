import { type ComponentType, type CSSProperties, lazy, Suspense } from 'react';
import { useLook } from '../state/look';
import { useStore } from '../state/store';
import type { ViewName } from '../state/view';
import styles from './App.module.css';
import { Header } from './header/Header';
import { type Layout, useLayout } from './layout';
import { Notice } from './Notice';
import { StepView } from './StepView';
import { useFileDrop } from './useFileDrop';
import { useThemeOnPage } from './useThemeName';

const CompareView = lazy(() =>
  import('./compare/CompareView').then(({ CompareView }) => ({ default: CompareView })),
);
const ActivationsView = lazy(() =>
  import('./activations/ActivationsView').then(({ ActivationsView }) => ({ default: ActivationsView })),
);
const KeyList = lazy(() => import('./keys/KeyList').then(({ KeyList }) => ({ default: KeyList })));

const views: Record<ViewName, ComponentType<{ layout: Layout }>> = {
  step: StepView,
  compare: CompareView,
  activations: ActivationsView,
};

/** The whole page. */
export function App() {
  const layout = useLayout();
  const { mode, editorWidth, inspectorWidth, headerHeight, timelineHeight } = layout;
  const View = views[useStore((state) => state.view)];
  const keysListed = useLook((state) => state.keysListed);
  const dropping = useFileDrop();
  useThemeOnPage();
  const sizes = {
    '--editor': `${editorWidth}px`,
    '--inspector': `${inspectorWidth}px`,
    '--header': `${headerHeight}px`,
    '--timeline': `${timelineHeight}px`,
  } as CSSProperties;
  return (
    <div className={styles.page} data-mode={mode} style={sizes}>
      <div className={styles.header}>
        <Header mode={mode} />
      </div>
      <Suspense fallback={<main className={styles.main} />}>
        <View layout={layout} />
      </Suspense>
      <Notice />
      <Suspense>{keysListed && <KeyList />}</Suspense>
      {dropping && <div className={styles.drop}>Drop a model file to open it</div>}
    </div>
  );
}
