import type { Plugin } from 'vite';

/**
 * d3 makes its palettes and curves by calls at the top of each module, which a bundler must keep in case they do
 * more than that. They don't: marked as pure, those that the page never uses are left out of it, 7 KB gzipped.
 */
export const withoutUnusedD3: Plugin = {
  name: 'without-unused-d3',
  apply: 'build',
  transform: {
    filter: { id: /\/node_modules\/d3-[a-z-]+\/.*\.m?js$/ },
    handler: (code) =>
      code
        .replace(/^((?:var|const|let) [\w$]+ = )(?=[\w$.]+\(|\(function)/gm, '$1/* @__PURE__ */ ')
        .replaceAll('ramp(colors(', 'ramp(/* @__PURE__ */ colors('),
  },
};
