/** The style that radix writes into a list as HTML: nothing else may be put into the page as HTML. */
export const listStyle =
  '[data-radix-select-viewport]{scrollbar-width:none;-ms-overflow-style:none;-webkit-overflow-scrolling:touch;}[data-radix-select-viewport]::-webkit-scrollbar{display:none}';

interface TrustedTypes {
  createPolicy(name: string, rules: Readonly<Record<string, (text: string) => string | null>>): unknown;
}

/** A text that may become HTML, or null; only radix's constant may. */
export const trustedHtml = (html: string): string | null => (html === listStyle ? html : null);

/** The address of a script that may be started, or null; only scripts beside the page, at `base`, may. */
export function trustedScript(address: string, base: string): string | null {
  const home = new URL('.', base);
  const script = new URL(address, base);
  const isBeside = script.origin === home.origin && script.pathname.startsWith(home.pathname);
  return isBeside && script.pathname.endsWith('.js') ? address : null;
}

/** Makes the one policy by which the built page's Content-Security-Policy lets a text become HTML or a worker. */
export function trustOwnParts(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createHTML: trustedHtml,
    createScriptURL: (address) => trustedScript(address, document.baseURI),
  });
}
