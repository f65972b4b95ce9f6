import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sizesOf } from '../../../src/core/model/model';
import { frameAt } from '../../../src/core/pass/frames/frame';
import { record } from '../../../src/core/pass/record';
import type { Tampering } from '../../../src/core/pass/what-if/tamper';
import { inWords } from '../../../src/explain/numbers';
import { type Choice, firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { scalesOf } from '../../../src/state/scales';
import { type Shown, stagePicture } from '../../../src/view/picture/svg';
import { escaped } from '../../../src/view/picture/xml';
import type { Tones } from '../../../src/view/stage/drawing/tones';
import { stageGeometry } from '../../../src/view/stage/layout/fit';

const tones = new Proxy({}, { get: () => '#123456' }) as Tones;

function shownAt(
  index: number,
  name = 'a <network> & "more"',
  choice: Choice = firstChoice,
  tampering: readonly Tampering[] = [],
): Shown {
  const trace = record(modelOf(choice), undefined, tampering);
  const room = { width: 1400, height: 900, fit: 'network' as const, numbers: true };
  return {
    name,
    trace,
    frame: frameAt(trace, index),
    scales: scalesOf([trace]),
    geometry: stageGeometry(frameAt(trace, 0).places, sizesOf(trace.model), room),
    notes: new Map(),
    lit: [],
    theme: 'light',
    tones,
  };
}

/** An SVG as an XML parser reads it; what is not well-formed is an Error. */
function parsed(svg: readonly string[]): Document {
  const page = new DOMParser().parseFromString(svg.join(''), 'image/svg+xml');
  const flaw = page.querySelector('parsererror');
  if (flaw) throw new Error(flaw.textContent ?? 'not well-formed');
  return page;
}

describe('the stage as SVG', () => {
  const last = record(modelOf(firstChoice)).steps.length;
  let page: Document;
  let shown: Shown;
  beforeAll(() => {
    shown = shownAt(last);
    page = parsed(stagePicture(shown).svg);
  });

  it('is well-formed at every step, and says which step it shows', () => {
    for (let i = 0; i <= last; i++) {
      const title = parsed(stagePicture(shownAt(i)).svg).documentElement.querySelector('title');
      expect(title?.textContent).toBe(`a <network> & "more", step ${i} of ${last}`);
    }
  });

  it('has a tampered cache as it is shown: NaN in the cache, the number in the forward lane, and words for it', () => {
    const NaNs = [{ tensor: 'Z1', row: 0, col: 0, value: Number.NaN }];
    const tampered = parsed(stagePicture(shownAt(last, 'any', firstChoice, NaNs)).svg);
    const told = [...tampered.querySelectorAll('g[data-tensor="Z1"] desc')].map(
      ({ textContent }) => textContent,
    );
    expect(told.map((numbers) => numbers!.startsWith('NaN'))).toEqual([false, true]);
    expect(tampered.documentElement.textContent).toContain('CACHE, CHANGED');
    expect(page.documentElement.textContent).not.toContain('CHANGED');
  });

  it('has a heatmap for each place, with all its numbers as text', () => {
    const heatmaps = [...page.querySelectorAll('g[data-tensor]')];
    expect(heatmaps.length).toBe(shown.geometry.boxes.size);
    for (const heatmap of heatmaps) {
      const numbers = shown.trace.buffers.get(heatmap.getAttribute('data-tensor')!)!;
      const told = heatmap.querySelector('desc')!.textContent!.split(/, |\n/);
      expect(told).toEqual(Array.from(numbers.data, inWords));
    }
  });

  it('has a cell for each number, with the number written in it', () => {
    const Z1 = page.querySelector('g[data-tensor="Z1"] > g')!;
    expect(Z1.querySelectorAll('rect').length).toBe(4 * 8);
    expect(Z1.querySelectorAll('text').length).toBe(4 * 8);
  });

  it('tells no numbers of what is not computed yet', () => {
    const first = parsed(stagePicture(shownAt(0)).svg);
    expect(first.querySelector('g[data-tensor="Z1"] desc')).toBeNull();
    expect(first.querySelector('g[data-tensor="W1"] desc')).not.toBeNull();
  });

  it('asks for nothing that is not in it', () => {
    expect(stagePicture(shown).svg.join('')).not.toMatch(/var\(|href=|<script|class=/);
  });

  it('draws a large tensor by a part of its cells, and says how far its numbers reach', () => {
    const layers = [{ ...firstChoice.layers[0]!, units: 200 }, firstChoice.layers[2]!];
    const large = parsed(stagePicture(shownAt(4, 'large', { ...firstChoice, layers })).svg);
    const Z1 = large.querySelector('g[data-tensor="Z1"]')!;
    expect(Z1.querySelectorAll('rect').length).toBeLessThan(48 * 48 + 4);
    expect(Z1.querySelector('desc')!.textContent).toMatch(/^1600 numbers from /);
  });
});

describe('the caption of a picture', () => {
  const written = (link: string) =>
    [...parsed(stagePicture({ ...shownAt(17, 'planar'), link }).svg).querySelectorAll('svg > text')].map(
      ({ textContent }) => textContent ?? '',
    );

  it('names the network, the step, what it does, and the link', () => {
    const words = written('https://example.org/#abc/17');
    expect(words.join(' ')).toMatch(
      /^planar, step 17 of 19: relu backward reads Z\[1\].* https:\S+#abc\/17$/,
    );
  });

  it('breaks a long link into lines, and leaves out one that nobody could type', () => {
    const long = `https://example.org/#${'a'.repeat(300)}`;
    expect(written(long).join('')).toContain(long);
    expect(written(`https://example.org/#${'a'.repeat(5000)}`).join('')).not.toContain('https');
  });
});

describe('a text in XML', () => {
  it('is read back as it was, whatever it is, less what XML cannot write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const page = new DOMParser().parseFromString(
          `<a b="${escaped(text)}">${escaped(text)}</a>`,
          'text/xml',
        );
        expect(page.querySelector('parsererror')).toBeNull();
        const writable = text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/\r\n?/g, '\n');
        expect(page.documentElement.textContent).toBe(writable);
      }),
    );
  });
});
