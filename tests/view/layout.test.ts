import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panelNames } from '../../src/state/shown/panels';
import { layoutOf } from '../../src/view/layout';

describe('the page’s layout', () => {
  it('has a panel beside the stage on a desktop, a line over it on a tablet, and is narrow on a phone, upright or on its side', () => {
    expect(layoutOf(1440, 900).mode).toBe('wide');
    expect(layoutOf(1024, 768).mode).toBe('medium');
    expect(layoutOf(390, 844).mode).toBe('narrow');
    expect(layoutOf(844, 390).mode).toBe('narrow');
  });

  it('has a page that is enlarged scroll, with as much of a stage as a small phone has', () => {
    for (const [width, height] of [
      [320, 256],
      [360, 225],
      [500, 400],
    ] as const) {
      const { mode, low, stage } = layoutOf(width, height);
      expect([mode, low]).toEqual(['narrow', false]);
      expect(stage.height).toBeGreaterThanOrEqual(300);
    }
  });

  it('has a page that is enlarged and wide scroll too, with a stage that fills the window', () => {
    for (const [width, height] of [
      [560, 200],
      [640, 225],
      [1280, 239],
    ] as const) {
      const { low, stage } = layoutOf(width, height);
      expect(low).toBe(true);
      expect(stage.height).toBeGreaterThanOrEqual(height);
    }
    // A phone on its side does not.
    expect(layoutOf(640, 240).stage.height).toBeLessThan(240);
  });

  it('names the lines and the steps of the timeline wherever there is no hand to hold it and no room to show it to', () => {
    expect(layoutOf(1440, 900).timeline).toBe('whole');
    expect(layoutOf(1280, 720).timeline).toBe('short');
    expect(layoutOf(1024, 768).timeline).toBe('short');
    expect(layoutOf(390, 844).timeline).toBe('scrubber');
    expect(layoutOf(844, 390).timeline).toBe('scrubber');
    expect(layoutOf(1440, 900, { hidden: [], presenting: true }).timeline).toBe('scrubber');
  });

  it('gives all its room to its parts, and leaves the stage the most of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 320, max: 4000 }),
        fc.integer({ min: 200, max: 3000 }),
        fc.subarray([...panelNames]),
        fc.boolean(),
        (width, height, hidden, presenting) => {
          const layout = layoutOf(width, height, { hidden, presenting });
          const { stage, railWidth, inspectorWidth, headerHeight, stripHeight, timelineHeight } = layout;
          expect(stage.width + railWidth + inspectorWidth).toBe(width);
          const page = Math.max(height, width < 560 && height < 500 ? 540 : height < 240 ? 380 : 0);
          expect(stage.height + headerHeight + stripHeight + timelineHeight).toBe(page);
          expect(stage.width).toBeGreaterThan(width * 0.7);
          expect(stage.height).toBeGreaterThan(page * 0.4);
          expect(layout.timelineWidth).toBeLessThan(width);
        },
      ),
    );
  });

  it('tells of the step beside the stage or over it, whatever is folded', () => {
    for (const hidden of [[], ['inspector'], ['header', 'editor', 'inspector', 'timeline']] as const)
      for (const [width, height] of [
        [1440, 900],
        [1024, 768],
        [390, 844],
        [844, 390],
      ] as const) {
        const { inspectorWidth, stripHeight } = layoutOf(width, height, { hidden, presenting: false });
        expect(inspectorWidth > 0 !== stripHeight > 0).toBe(true);
      }
  });
});
