import type { Plugin } from 'vite';

/**
 * d3 makes its palettes and curves by calls at the top of each module, which a bundler must keep in case they do
 * more than that. They don't: marked as pure, those that the page never uses are left out of it, 10 KB gzipped. So are
 * the names of colours, which are written as #rrggbb here, and all spaces of colours but those of screens.
 */
export const withoutUnusedD3: Plugin = {
  name: 'without-unused-d3',
  apply: 'build',
  transform: {
    filter: { id: /\/node_modules\/d3-[a-z-]+\/.*\.m?js$/ },
    handler: (code) =>
      code
        .replace(/^var named = \{\n(?: {2}\w+: 0x[0-9a-f]{6},?\n)+\};/m, 'var named = {};')
        .replace(/^define\((?:Lab|Hcl|Cubehelix), [\s\S]*?^\}\)\);$/gm, '')
        // A constructor and its prototype, of curves, are one thing: without the one the other goes.
        .replace(
          /^function (\w+)\([^)]*\) \{\n(?:(?!^\}).*\n)*\}\n\n\1\.prototype = \{\n(?:(?!^\}).*\n)*\};/gm,
          'var $1 = (function () {\n$&\nreturn $1;\n})();',
        )
        .replace(
          /^(var [\w$]+ = )(new Array\(3\)\.concat\([^)]*\)\.map\(colors\));/gm,
          '$1/* @__PURE__ */ (() => $2)();',
        )
        .replace(/^((?:var|const|let) [\w$]+ = )(?=[\w$.]+\(|\(function)/gm, '$1/* @__PURE__ */ ')
        .replaceAll('ramp(colors(', 'ramp(/* @__PURE__ */ colors('),
  },
};
