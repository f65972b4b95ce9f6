import { sizesOf } from '../../core/model/model';
import { frameAt } from '../../core/pass/frames/frame';
import { sentenceOf } from '../../explain/sentences';
import { linkOf } from '../../state/address/shared-link';
import { nameOf } from '../../state/choice/choice';
import { selectRunFrames, selectRunScales, selectWay } from '../../state/compared';
import { nameOf as nameOfRun, selectRuns } from '../../state/runs';
import { selectFrame, selectScales, selectTrace } from '../../state/selectors';
import type { ViewName } from '../../state/shown/view';
import type { Store } from '../../state/state';
import { selectNotes } from '../../state/what-if/notes';
import { runGeometries } from '../compare/runs/run-geometry';
import { litThings } from '../stage/drawing/lit';
import { tonesOfPage } from '../stage/drawing/tones';
import { type Room, stageGeometry } from '../stage/layout/fit';
import type { ThemeName } from '../stage/paint/colours';
import type { Picture } from './framed';
import { plotsPicture } from './plots';
import { runsPicture, stagePicture } from './svg';

/** The room of a picture in a file: the same on every screen, with cells that hold their numbers. */
const room: Room = { width: 1400, height: 900, fit: 'network', numbers: true };

const linkTo = ({ getState }: Store): string => {
  const state = getState();
  return new URL(linkOf(state.choice, state.position, state).hash, globalThis.location.href).href;
};

/** The step that the page shows. */
function stageNow(store: Store, theme: ThemeName): Picture {
  const state = store.getState();
  const trace = selectTrace(state);
  const { pinned, lit } = store.pointing.getState();
  const { sharing } = store.display.getState();
  const scene = {
    trace,
    frame: selectFrame(state),
    scales: selectScales[sharing](state),
    geometry: stageGeometry(frameAt(trace, 0).places, sizesOf(trace.model), room),
    notes: selectNotes(state),
  };
  return stagePicture({
    ...scene,
    name: nameOf(state.choice),
    lit: pinned ? litThings(pinned, lit, scene) : [],
    link: linkTo(store),
    theme,
    tones: tonesOfPage(),
  });
}

/** The runs that the page compares, at their step. */
function runsNow(store: Store, theme: ThemeName): Picture {
  const state = store.getState();
  const runs = selectRuns(state);
  const frames = selectRunFrames(state);
  const { steps, index } = selectWay(state);
  const scales = selectRunScales[store.display.getState().sharing](state);
  const { geometries } = runGeometries(
    runs.map(({ trace }) => trace),
    room.width,
    'network',
  );
  const pictures = runs.map((run, i) => ({
    trace: run.trace,
    frame: frames[i]!.frame,
    scales,
    geometry: geometries[i]!,
    notes: run.notes,
    title: `${i + 1}  ${nameOfRun(run)}`,
  }));
  const { step } = frames[0]!.frame;
  return runsPicture(pictures, {
    title: `${nameOf(state.choice)}, step ${index} of ${steps.length}`,
    says: step ? sentenceOf(step, runs[0]!.trace) : runs.map(nameOfRun).join(' beside '),
    link: linkTo(store),
    theme,
    tones: tonesOfPage(),
  });
}

/** The curves of the activation that the page shows; the step where it shows none. */
const plotsNow = (store: Store, theme: ThemeName): Picture =>
  plotsPicture(document.querySelector('main'), linkTo(store), tonesOfPage(), theme) ?? stageNow(store, theme);

const ofView: Record<ViewName, (store: Store, theme: ThemeName) => Picture> = {
  learn: stageNow,
  mine: stageNow,
  step: stageNow,
  compare: runsNow,
  activations: plotsNow,
};

/** What the page shows, as a picture of its own shows it. */
export const pictureNow = (store: Store, theme: ThemeName): Picture =>
  ofView[store.getState().view](store, theme);
