import type { Plugin } from 'vite';

/**
 * d3 makes its curves and scales by calls at the top of each module, which a bundler must keep in case they do more than
 * that. They don't: marked as pure, those that the page never uses are left out of it.
 */
export const withoutUnusedD3: Plugin = {
  name: 'without-unused-d3',
  apply: 'build',
  transform: {
    filter: { id: /\/node_modules\/d3-[a-z-]+\/.*\.m?js$/ },
    handler: (code) =>
      code
        // A constructor and its prototype, of curves, are one thing: without the one the other goes.
        .replace(
          /^function (\w+)\([^)]*\) \{\n(?:(?!^\}).*\n)*\}\n\n\1\.prototype = \{\n(?:(?!^\}).*\n)*\};/gm,
          'var $1 = (function () {\n$&\nreturn $1;\n})();',
        )
        .replace(/^((?:var|const|let) [\w$]+ = )(?=[\w$.]+\(|\(function)/gm, '$1/* @__PURE__ */ '),
  },
};
