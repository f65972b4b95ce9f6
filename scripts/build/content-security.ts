import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { listStyle } from '../../src/view/guard/trust.ts';

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * What the built page may do: load its own files, and nothing inline, evaluated or of another host. An exported
 * picture is drawn from a blob. Other sites may frame the page: it is for courses, and has nothing to steal.
 */
export const policy = [
  "default-src 'self'",
  // The matrix product's module: this allows WebAssembly, and no evaluated script.
  "script-src 'self' 'wasm-unsafe-eval'",
  `style-src 'self' ${sha256(listStyle)}`,
  "img-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** Writes the policy into the built page, before all that it is about; the development server needs inline scripts. */
export const contentSecurity: Plugin = {
  name: 'content-security',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
      injectTo: 'head-prepend',
    },
  ],
  config: () => ({
    resolve: {
      alias: {
        'react-style-singleton': new URL('../../src/view/guard/adopted-styles.ts', import.meta.url).pathname,
      },
    },
    // A font or a picture inside a style would be an address that the policy does not know.
    build: { assetsInlineLimit: 0 },
  }),
};
