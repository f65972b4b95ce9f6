import { useEffect } from 'react';

/**
 * Styles without the custom properties that they set: each element inherits them, and so the styles of the whole page,
 * all cards of a deep network, would be worked out anew when a list opens and when it closes. Nothing here reads them.
 */
const withoutProperties = (styles: string): string => styles.replace(/--[\w-]+\s*:[^;}]*;?/g, '');

/**
 * A component that holds its `styles` over the page while at least one of it is mounted. It stands in the built page
 * for react-style-singleton, by which radix stops the page from scrolling behind a list: that one adds a style
 * element, which the page's Content-Security-Policy refuses; an adopted sheet is script's own work, and is not.
 */
export function styleSingleton() {
  let mounted = 0;
  let sheet: CSSStyleSheet | undefined;
  return function Sheet({ styles, dynamic }: { readonly styles: string; readonly dynamic?: boolean }): null {
    // Changed styles are taken up only where that is asked for.
    const key = dynamic ? styles : undefined;
    // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says when the styles count as others.
    useEffect(() => {
      if (mounted++ === 0) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(withoutProperties(styles));
        document.adoptedStyleSheets.push(sheet);
      }
      return () => {
        if (--mounted > 0) return;
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
        sheet = undefined;
      };
    }, [key]);
    return null;
  };
}
