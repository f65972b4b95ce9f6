import { type CSSProperties, useDeferredValue } from 'react';
import type { ViewName } from '../../state/shown/view';
import { AsBuilt } from '../built/AsBuilt';
import { Guard } from '../guard/Guard';
import { useChangeKeys } from '../keys/useKeys';
import { later, laterAsBuilt, useLater } from '../later';
import { type Layout, SHEET } from '../layout';
import { Lending } from '../lending';
import { focusing } from '../stage/focusing';
import { InView, useActions, useArea, useStore } from '../store';
import { useLayout } from '../useLayout';
import { useThemeOnPage } from '../useThemeName';
import styles from './App.module.css';
import { SkipLink } from './SkipLink';
import { StepView } from './StepView';

const header = laterAsBuilt('Header', () => import('../header/Header'));
const around = later('Around', () => import('./Around'));

/** The views that come when they are first shown; the one that the page opens on is there at once. */
const laterViews = {
  // With what a lesson puts something in the middle by, so that its stage comes as it stays.
  learn: later('LearnView', () =>
    Promise.all([import('../learn/LearnView'), focusing.load()]).then(([view]) => view),
  ),
  compare: later('CompareView', () => import('../compare/CompareView')),
  activations: later('ActivationsView', () => import('../activations/ActivationsView')),
  mine: later('MineView', () => import('../mine/MineView')),
} satisfies Record<Exclude<ViewName, 'step'>, unknown>;

function LaterView({ view, layout }: { view: keyof typeof laterViews; layout: Layout }) {
  const { setView } = useActions();
  const View = useLater(laterViews[view], true, () => setView('step'));
  return View ? <View layout={layout} /> : <main className={styles.main} />;
}

/** With more layers than these a view takes longer to be put together than a frame may last. */
const MANY_LAYERS = 24;

/** The view that is shown: the one that is chosen, or until a large one is ready the one before it, which goes on to work. */
function useShownView(): ViewName {
  const view = useStore((state) => state.view);
  const ready = useDeferredValue(view);
  const isLarge = useStore(({ choice }) => choice.layers.length > MANY_LAYERS);
  return isLarge ? ready : view;
}

/** The whole page. */
export function App() {
  const layout = useLayout();
  const { mode, presenting, railWidth, inspectorWidth, headerHeight, stripHeight, timelineHeight } = layout;
  const view = useShownView();
  const Header = useLater(header, headerHeight > 0);
  const Around = useLater(around, true);
  const area = useArea();
  useThemeOnPage();
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
            <AsBuilt part="header" lasting>
              {Header && (
                <Guard part="The header">
                  <Header mode={mode} width={layout.width} />
                </Guard>
              )}
            </AsBuilt>
          </div>
        )}
        <Guard key={view} part="This view">
          <InView view={view}>
            {view === 'step' ? <StepView layout={layout} /> : <LaterView view={view} layout={layout} />}
          </InView>
        </Guard>
      </Lending>
      {Around && <Around />}
    </div>
  );
}
