import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../src/view/layout';

describe('the page’s layout', () => {
  it('has three columns on a desktop, two on a tablet, and one on a phone', () => {
    expect(layoutOf(1440, 900).mode).toBe('wide');
    expect(layoutOf(1024, 768).mode).toBe('medium');
    expect(layoutOf(390, 844).mode).toBe('narrow');
  });

  it('gives all its width to its columns, and leaves the stage the most of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 320, max: 4000 }),
        fc.integer({ min: 480, max: 3000 }),
        (width, height) => {
          const { mode, editorWidth, inspectorWidth, stage, timelineWidth } = layoutOf(width, height);
          const rails = { wide: editorWidth + inspectorWidth, medium: editorWidth, narrow: 0 }[mode];
          expect(stage.width + rails).toBe(width);
          expect(stage.width).toBeGreaterThan(mode === 'narrow' ? 319 : width * 0.5);
          expect(timelineWidth).toBeLessThan(width);
          expect(timelineWidth).toBeGreaterThan(stage.width * 0.8);
        },
      ),
    );
  });
});
