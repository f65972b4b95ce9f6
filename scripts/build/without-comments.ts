import type { Plugin } from 'vite';

/** Leaves the comments of the page's HTML out of what every reader loads: they are for those who read the source. */
export const withoutComments: Plugin = {
  name: 'without-comments',
  apply: 'build',
  transformIndexHtml: { order: 'pre', handler: (html) => html.replace(/\s*<!--.*?-->/gs, '') },
};
