import { sizesOf } from '../../core/model/model';
import { frameAt } from '../../core/pass/frame';
import { nameOf } from '../../state/choice/choice';
import { selectFrame, selectScales, selectTrace } from '../../state/selectors';
import type { Store } from '../../state/store';
import { selectNotes } from '../../state/what-if/notes';
import { litThings } from '../stage/drawing/lit';
import { tonesOfPage } from '../stage/drawing/tones';
import { type Room, stageGeometry } from '../stage/layout/fit';
import type { ThemeName } from '../stage/paint/colours';
import { pngOf } from './png';
import { type Shown, stageSvg } from './svg';

/** A kind of file that the stage can be taken away as. */
export interface PictureKind {
  /** How the file's name ends. */
  readonly ending: string;
  readonly type: string;
  /** The pieces of the file; an Error where the browser cannot draw it. */
  draw(shown: Shown): Promise<BlobPart[]>;
}

/** Every kind of picture, by what the menu calls it. To add one is to add it here. */
export const pictureKinds = {
  'Picture (SVG)': { ending: 'svg', type: 'image/svg+xml', draw: async (shown) => stageSvg(shown) },
  'Picture (PNG)': {
    ending: 'png',
    type: 'image/png',
    draw: async (shown) => [await pngOf(stageSvg(shown), shown.geometry)],
  },
} satisfies Record<string, PictureKind>;

/** The room of a picture in a file: the same on every screen, with cells that hold their numbers. */
const room: Room = { width: 1400, height: 900, fit: 'network', numbers: true };

/** The step that the page shows, as a picture of its own shows it. */
export function shownNow(store: Store, theme: ThemeName): Shown {
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
  return {
    ...scene,
    name: nameOf(state.choice),
    lit: pinned ? litThings(pinned, lit, scene) : [],
    theme,
    tones: tonesOfPage(),
  };
}
