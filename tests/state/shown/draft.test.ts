// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepDraft, keptDraft } from '../../../src/state/shown/draft';

const draft = { name: 'mine', formula: 'z * tanh(z)', slope: '', slopeFromA: '' };

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

describe('a formula that was typed and not used', () => {
  it('is kept beside the model that it was typed for, and no other', () => {
    keepDraft(draft, 'sin(z)');
    expect(keptDraft('sin(z)')).toEqual(draft);
    expect(keptDraft('cos(z)')).toBeUndefined();
    expect(keptDraft()).toBeUndefined();
  });

  it.each(['', 'null', '{', '{"draft":{"name":1},"beside":""}'])('is none where storage holds %j', (text) => {
    sessionStorage.setItem('cacheback-formula', text);
    expect(keptDraft()).toBeUndefined();
  });

  it('is lost without a word where the browser stores nothing', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    keepDraft(draft);
    expect(keptDraft()).toBeUndefined();
  });
});
