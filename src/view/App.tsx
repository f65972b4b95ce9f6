import type { CSSProperties } from 'react';
import type { ViewName } from '../state/shown/view';
import styles from './App.module.css';
import { Guard } from './guard/Guard';
import { Header } from './header/Header';
import { useChangeKeys } from './keys/useKeys';
import { later, useInTime, useLater } from './later';
import { type Layout, SHEET } from './layout';
import { Lending } from './lending';
import { Notice } from './Notice';
import { SkipLink } from './SkipLink';
import { StepView } from './StepView';
import { focusing } from './stage/focusing';
import { InView, useActions, useArea, useDisplay, useDisplayActions, useStore } from './store';
import { useFileDrop } from './useFileDrop';
import { useFocusKept } from './useFocusKept';
import { useLayout } from './useLayout';
import { useThemeOnPage } from './useThemeName';

const keyList = later(() => import('./keys/KeyList').then(({ KeyList }) => KeyList));
const newer = later(() => import('./offline/Newer').then(({ Newer }) => Newer));

/** The views that come when they are first shown; the one that the page opens on is there at once. */
const laterViews = {
  // With what a lesson puts something in the middle by, so that its stage comes as it stays.
  learn: later(() =>
    Promise.all([import('./learn/LearnView'), focusing.load()]).then(([{ LearnView }]) => LearnView),
  ),
  compare: later(() => import('./compare/CompareView').then(({ CompareView }) => CompareView)),
  activations: later(() =>
    import('./activations/ActivationsView').then(({ ActivationsView }) => ActivationsView),
  ),
  mine: later(() => import('./mine/MineView').then(({ MineView }) => MineView)),
} satisfies Record<Exclude<ViewName, 'step'>, unknown>;

function LaterView({ view, layout }: { view: keyof typeof laterViews; layout: Layout }) {
  const { setView } = useActions();
  const View = useLater(laterViews[view], true, () => setView('step'));
  return View ? <View layout={layout} /> : <main className={styles.main} />;
}

/** The whole page. */
export function App() {
  const layout = useLayout();
  const { mode, presenting, railWidth, inspectorWidth, headerHeight, stripHeight, timelineHeight } = layout;
  const view = useStore((state) => state.view);
  const keysListed = useDisplay((state) => state.keysListed);
  const { listKeys } = useDisplayActions();
  const KeyList = useLater(keyList, keysListed, () => listKeys(false));
  const Newer = useInTime(newer);
  const dropping = useFileDrop();
  const area = useArea();
  useThemeOnPage();
  useFocusKept();
  useChangeKeys();
  const sizes = {
    '--rail': `${railWidth}px`,
    '--inspector': `${inspectorWidth}px`,
    '--header': `${headerHeight}px`,
    '--strip': `${stripHeight}px`,
    '--timeline': `${timelineHeight}px`,
    '--sheet': `${100 * SHEET}%`,
  } as CSSProperties;
  return (
    <div
      className={styles.page}
      data-mode={mode}
      data-flows={mode === 'narrow' && view !== 'step'}
      data-presenting={presenting}
      style={sizes}
      {...area}
    >
      <SkipLink />
      <Lending>
        {headerHeight > 0 && (
          <div className={styles.header}>
            <Guard part="The header">
              <Header mode={mode} width={layout.width} />
            </Guard>
          </div>
        )}
        <Guard key={view} part="This view">
          <InView view={view}>
            {view === 'step' ? <StepView layout={layout} /> : <LaterView view={view} layout={layout} />}
          </InView>
        </Guard>
      </Lending>
      <Notice />
      {Newer && <Newer />}
      {KeyList && (
        <Guard part="The list of keys" over onLeave={() => listKeys(false)}>
          <KeyList />
        </Guard>
      )}
      {dropping && <div className={styles.drop}>Drop a model, or arrays to check</div>}
    </div>
  );
}
