import { waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../src/core/model/model';
import { frameAt } from '../../../src/core/pass/frames/frame';
import { firstChoice } from '../../../src/state/choice/choice';
import { scalesOf } from '../../../src/state/scales';
import { selectTrace } from '../../../src/state/selectors';
import { createStore } from '../../../src/state/store';
import { selectNotes } from '../../../src/state/what-if/notes';
import { LayerHead } from '../../../src/view/stage/head/LayerHead';
import { stageGeometry } from '../../../src/view/stage/layout/fit';
import { Picture } from '../../../src/view/stage/Picture';
import { renderIn } from '../render';

const DEPTH = 10;

/** Draws a deep network at a step, with what is chosen on its cards. */
function draw(step: number) {
  const [first, , last] = firstChoice.layers;
  const layers = [...Array.from({ length: DEPTH - 1 }, () => ({ ...first!, units: 2 })), last!];
  const store = createStore();
  store.setState({ choice: { ...firstChoice, layers } });
  const trace = selectTrace(store.getState());
  const room = { width: 1400, height: 900, fit: 'layer' as const, numbers: true };
  renderIn(store)(
    <Picture
      name=""
      trace={trace}
      frame={frameAt(trace, step)}
      scales={scalesOf([trace])}
      geometry={stageGeometry(frameAt(trace, 0).places, sizesOf(trace.model), room)}
      notes={selectNotes(store.getState())}
      Head={LayerHead}
    />,
  );
}

/** The layers whose Z is drawn, and those whose head is. */
const drawn = () => ({
  places: Array.from({ length: DEPTH }, (_, i) => i + 1).filter((l) =>
    document.querySelector(`[data-tensor="Z${l}"][data-place="forward"]`),
  ),
  heads: document.querySelectorAll('fieldset[aria-label^="Layer "]').length,
});

describe('a deep network', () => {
  it('is drawn around the step first, and the rest of it in turns', async () => {
    draw(0);
    expect(drawn()).toEqual({ places: [1, 2, 3, 4, 5, 6, 7], heads: 7 });
    const all = { places: Array.from({ length: DEPTH }, (_, i) => i + 1), heads: DEPTH };
    await waitFor(() => expect(drawn()).toEqual(all), { timeout: 50_000 });
  });

  it('has the layer of its step among what is drawn first', () => {
    draw(2 * DEPTH);
    const { places } = drawn();
    expect(places).toContain(DEPTH);
    expect(places).not.toContain(1);
  });
});
