import { renderToStaticMarkup } from 'react-dom/server';
import { sizesOf } from '../../core/model/model';
import { frameAt } from '../../core/pass/frames/frame';
import { selectFrame, selectScales, selectTrace } from '../../state/selectors';
import { firstSight } from '../../state/shown/first-sight';
import { createStore } from '../../state/store';
import { selectNotes } from '../../state/what-if/notes';
import controls from '../controls/controls.module.css';
import { loadAsBuilt } from '../later';
import { layoutOf } from '../layout';
import { App } from '../page/App';
import skip from '../page/SkipLink.module.css';
import { drawingOf } from '../stage/drawing/drawing';
import { stageFit } from '../stage/layout/stage-fit';
import { StoreProvider } from '../store';
import { stageSvg } from './stage';

export { shadeRules } from './cells';
export { symbols } from './stage';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The page as it opens in a window of some size, in CSS pixels. */
export interface FirstPicture {
  /** As React writes it. */
  readonly html: string;
  /** What its stage shows, as a drawing of few bytes, and how large that is. */
  readonly drawing: string;
  readonly picture: Size;
  /** The room that it stands in. */
  readonly stage: Size;
}

/** What is there for readers and keys alone, by its classes. */
export const unseen: readonly (string | undefined)[] = [controls.hidden, skip.skip];

/** A store as the page opens. What React writes as text asks it for its initial state. */
function storeAtFirstSight() {
  const store = createStore();
  store.getState().moveTo(firstSight);
  store.getInitialState = store.getState;
  return store;
}

/** What the page draws first: for the build, which puts it into the page before any script has run. */
export async function firstPicture(width: number, height: number): Promise<FirstPicture> {
  Object.assign(globalThis, { window: { innerWidth: width, innerHeight: height } });
  await loadAsBuilt();
  const store = storeAtFirstSight();
  const html = renderToStaticMarkup(
    <StoreProvider store={store}>
      <App />
    </StoreProvider>,
  );
  Reflect.deleteProperty(globalThis, 'window');
  const state = store.getState();
  const trace = selectTrace(state);
  const { stage, mode } = layoutOf(width, height);
  const room = { ...stage, narrow: mode === 'narrow', focus: undefined };
  const { geometry } = stageFit(frameAt(trace, 0).places, sizesOf(trace.model), room);
  const scales = selectScales[store.display.getState().sharing](state);
  const scene = { trace, frame: selectFrame(state), scales, geometry, notes: selectNotes(state) };
  return { html, drawing: stageSvg(drawingOf(scene), geometry), picture: geometry, stage };
}
