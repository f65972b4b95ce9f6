import { render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { styleSingleton } from '../../../src/view/guard/adopted-styles';

const { replaceSync } = vi.hoisted(() => ({ replaceSync: vi.fn() }));

vi.stubGlobal(
  'CSSStyleSheet',
  class {
    replaceSync = replaceSync;
  },
);
Object.assign(document, { adoptedStyleSheets: [] });

afterEach(() => replaceSync.mockReset());

describe('what a list has over the page while it is open', () => {
  it('sets nothing that every element would inherit, so that opening it leaves the styles of a deep network alone', () => {
    const Sheet = styleSingleton();
    render(
      <Sheet styles="body[data-locked] { overflow: hidden; --bar: 0px; } .gap { --a: 1px } p { top: 0 }" />,
    );
    const adopted = replaceSync.mock.calls[0]![0] as string;
    expect(adopted).not.toContain('--');
    expect(adopted.replace(/\s+/g, ' ')).toBe(
      'body[data-locked] { overflow: hidden; } .gap { } p { top: 0 }',
    );
  });
});
