import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../src/core/model/model';
import { frameAt } from '../../../src/core/pass/frames/frame';
import { scalesOf } from '../../../src/state/scales';
import { createStore } from '../../../src/state/store';
import { stageGeometry } from '../../../src/view/stage/layout/fit';
import { Picture } from '../../../src/view/stage/Picture';
import { networkNames, passOf } from '../../examples/networks';
import { renderIn } from '../render';

const store = createStore();
const render = renderIn(store);

const room = { width: 1100, height: 640, fit: 'network', numbers: false } as const;

describe('the stage of each example', () => {
  it.each(networkNames)('of %s marks what a step writes, in the lane where it is written', (name) => {
    const trace = passOf(name);
    const geometry = stageGeometry(frameAt(trace, 0).places, sizesOf(trace.model), room);
    const scales = scalesOf([trace]);
    let seen = 0;
    // Every third: to draw a stage takes jsdom its time.
    for (const { index, writes } of trace.steps.filter((step) => step.index % 3 === 1)) {
      const { container, unmount } = render(
        <Picture
          name=""
          trace={trace}
          frame={frameAt(trace, index)}
          scales={scales}
          geometry={geometry}
          notes={new Map()}
        />,
      );
      const written = new Set(writes.map((value) => value.name));
      const heatmaps = container.querySelectorAll<HTMLElement>('[data-tensor]:not([data-place="cache"])');
      for (const { dataset } of heatmaps)
        expect([dataset.tensor, dataset.mark === 'write']).toEqual([
          dataset.tensor,
          written.has(dataset.tensor!),
        ]);
      seen += heatmaps.length;
      unmount();
    }
    expect(seen).toBeGreaterThan(0);
  });
});
