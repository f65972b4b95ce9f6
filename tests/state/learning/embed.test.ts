import { describe, expect, it } from 'vitest';
import { linkOf, readLink, viewIn } from '../../../src/state/address/shared-link';
import { firstChoice } from '../../../src/state/choice/choice';
import { foldedHash, frameOf, lessonHash } from '../../../src/state/learning/embed';
import { opening } from '../../../src/state/shown/view';

const hideIn = (hash: string): string | undefined => /[?&#/]hide=([\w,]*)/.exec(hash)?.[1];

describe('a frame for a course’s site', () => {
  it('leads to the beat of a lesson, with all that is not the point folded away', () => {
    const hash = foldedHash(lessonHash('who-reads', 2));
    expect(viewIn(hash)).toMatchObject({ view: 'learn', learning: { lesson: 'who-reads', beat: 2 } });
    expect(readLink(hash)).toMatchObject({ choice: firstChoice });
    expect(hideIn(hash)?.split(',')).toContain('header');
  });

  it('leads to a teacher’s own question: a network, a step, and that it is asked', () => {
    const position = { phase: 'backward', op: 'input', layer: 2 } as const;
    const { hash } = linkOf(firstChoice, position, { ...opening, predicting: true });
    const link = foldedHash(hash);
    expect(readLink(link)).toMatchObject({ choice: firstChoice, position });
    expect(viewIn(link).predicting).toBe(true);
    expect(hideIn(link)?.split(',')).toContain('editor');
  });

  it('has a size and a title, and nothing of them can end an attribute', () => {
    const html = frameOf('https://a.b/#lesson=x&beat=1', 'a "b" <c>');
    const frame = /^<iframe src="([^"]*)" title="([^"]*)" width="760" height="520" [^<>]*><\/iframe>$/.exec(
      html,
    );
    expect(frame?.slice(1)).toEqual(['https://a.b/#lesson=x&amp;beat=1', 'a &quot;b&quot; &lt;c>']);
  });
});
