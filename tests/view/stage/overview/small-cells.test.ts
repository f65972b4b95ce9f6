import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../../src/core/model/model';
import { frameAt } from '../../../../src/core/pass/frames/frame';
import { record } from '../../../../src/core/pass/record';
import { scaleFor, scalesOf } from '../../../../src/state/scales';
import { stageGeometry } from '../../../../src/view/stage/layout/fit';
import { outlineOf } from '../../../../src/view/stage/overview/outline';
import { drawSmall, noCells } from '../../../../src/view/stage/overview/small-cells';
import { painter } from '../../../../src/view/stage/paint/colours';
import { channelsOf } from '../../../../src/view/stage/paint/ramp';
import { anyNetwork } from '../../../core/models';

const room = { width: 1400, height: 700, fit: 'layer' as const, numbers: true };

/** Draws one frame after the other on the same pixels, or the last of them on pixels of its own. */
function sceneOf(model: Parameters<typeof record>[0]) {
  const trace = record(model);
  const places = frameAt(trace, 0).places;
  const geometry = stageGeometry(places, sizesOf(model), room);
  return { trace, geometry, scales: scalesOf([trace]) };
}

const canvasOf = ({ width, height }: { width: number; height: number }, scale: number) =>
  noCells(Math.ceil(width * scale), Math.ceil(height * scale));

describe('the small picture of a network', () => {
  it('is the same whether it was drawn step by step or at once', () => {
    fc.assert(
      fc.property(anyNetwork, fc.double({ min: 0.01, max: 0.4, noNaN: true }), (model, scale) => {
        const { trace, ...scene } = sceneOf(model);
        const stepped = canvasOf(scene.geometry, scale);
        for (let i = 0; i <= trace.steps.length; i++) {
          const frame = frameAt(trace, i);
          drawSmall(stepped, { ...scene, frame }, { across: scale, down: scale }, 'light');
          const atOnce = canvasOf(scene.geometry, scale);
          drawSmall(atOnce, { ...scene, frame }, { across: scale, down: scale }, 'light');
          // What is too small for its pixels can lie over another, and then the later one is seen.
          if (scale > 0.2)
            expect(Buffer.from(stepped.pixels.buffer).equals(Buffer.from(atOnce.pixels.buffer))).toBe(true);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('has the colour of a cell where that stands, and nothing where nothing is yet', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const { trace, ...scene } = sceneOf(model);
        const pixelAt = (index: number): Uint8Array => {
          const cells = canvasOf(scene.geometry, 0.5);
          drawSmall(cells, { ...scene, frame: frameAt(trace, index) }, { across: 0.5, down: 0.5 }, 'dark');
          const { x, y } = scene.geometry.boxes.get('forward:Z1')!;
          return new Uint8Array(cells.pixels.buffer).subarray(
            4 * (Math.round(y / 2) * cells.width + Math.round(x / 2)),
          );
        };
        const value = frameAt(trace, 1).places.get('forward:Z1')!.value.matrix.data[0]!;
        const { fill } = painter(scaleFor('Z1', scene.scales), 'dark')(value);
        expect([...pixelAt(1).subarray(0, 4)]).toEqual([...channelsOf(fill), 255]);
        expect([...pixelAt(0).subarray(0, 4)]).toEqual([0, 0, 0, 0]);
      }),
      { numRuns: 20 },
    );
  });

  it('is the same after an edit that leaves all where it stands, whether it is drawn over or anew', () => {
    let kept = 0;
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const rules = (['A', 'Z'] as const).map((keep) =>
          sceneOf({ ...model, layers: model.layers.map((layer) => ({ ...layer, keep })) }),
        );
        const [first, second] = rules as [(typeof rules)[number], (typeof rules)[number]];
        if (outlineOf(first.geometry) !== outlineOf(second.geometry)) return;
        kept += 1;
        const drawn = (scenes: typeof rules): Buffer => {
          const cells = canvasOf(first.geometry, 0.4);
          for (const { trace, ...scene } of scenes)
            drawSmall(
              cells,
              { ...scene, frame: frameAt(trace, trace.steps.length) },
              { across: 0.4, down: 0.4 },
              'light',
            );
          return Buffer.from(cells.pixels.buffer);
        };
        expect(drawn(rules).equals(drawn([second]))).toBe(true);
      }),
      { numRuns: 20 },
    );
    expect(kept).toBeGreaterThan(0);
  });

  it('says that there is nothing new where a step changes nothing in it', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const { trace, ...scene } = sceneOf(model);
        const frame = frameAt(trace, trace.steps.length);
        const cells = canvasOf(scene.geometry, 0.3);
        expect(drawSmall(cells, { ...scene, frame }, { across: 0.3, down: 0.3 }, 'light')).toBe(true);
        expect(drawSmall(cells, { ...scene, frame }, { across: 0.3, down: 0.3 }, 'light')).toBe(false);
      }),
      { numRuns: 5 },
    );
  });
});
