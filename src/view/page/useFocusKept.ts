import { useEffect } from 'react';

const focusable = 'a[href], button, input, select, textarea, [tabindex]';

const takesFocus = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement &&
  element.tabIndex >= 0 &&
  !element.matches(':disabled') &&
  element.checkVisibility();

/** The first in it that takes the focus, or the last. */
function within(element: Element, which: 'first' | 'last'): HTMLElement | undefined {
  const all = [...(element.matches(focusable) ? [element] : []), ...element.querySelectorAll(focusable)];
  return which === 'first' ? all.find(takesFocus) : all.findLast(takesFocus);
}

/** Where an element stands: from itself outwards, each with its number among its siblings. */
const pathOf = (element: Element): readonly { at: Element; parent: Element | null; index: number }[] => {
  const path = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const parent: Element | null = at.parentElement;
    path.push({ at, parent, index: parent ? Array.prototype.indexOf.call(parent.children, at) : 0 });
  }
  return path;
};

type Path = ReturnType<typeof pathOf>;

/** What is nearest to where an element stood: what came after it, or else before it, in the closest part that is left. */
function nearest(path: Path): HTMLElement | undefined {
  for (const { parent, index } of path) {
    if (!parent?.isConnected) continue;
    const children = [...parent.children];
    for (const next of children.slice(index)) {
      const found = within(next, 'first');
      if (found) return found;
    }
    for (const previous of children.slice(0, index).reverse()) {
      const found = within(previous, 'last');
      if (found) return found;
    }
  }
  return undefined;
}

/**
 * Keeps the focus on the page: where what has it goes away, or can't be used any more, by what was done, the nearest
 * that is left takes it. A reader who goes by keyboard would start from the top of the page else.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let path: Path = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) path = pathOf(target);
    };
    const check = () => {
      const held = path[0]?.at;
      const { activeElement } = document;
      const isElsewhere = activeElement && activeElement !== document.body && activeElement !== held;
      if (!held || isElsewhere || (held.isConnected && !held.matches(':disabled'))) return;
      nearest(path)?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      // Lists and menus that close give the focus back themselves, a moment later.
      timer = setTimeout(check);
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);
}
