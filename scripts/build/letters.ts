import type { Plugin } from 'vite';

/** The size of letters that browsers come with, in CSS pixels. */
const USUAL = 16;

/**
 * Makes sizes of letters follow the size that readers chose in their browser. Style sheets write them in the pixels of
 * a browser that nobody touched, as the drawings beside them are measured; so none can be forgotten.
 */
export const letters: Plugin = {
  name: 'letters',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/.*\.css$/ },
    handler: (css) =>
      css.replace(/(?:font-size|--size):[^;]*/g, (declared) =>
        declared.replace(/([\d.]+)px/g, (_, size) => `${Number(size) / USUAL}rem`),
      ),
  },
};
