import type { Plugin } from 'vite';

/**
 * d3 makes its curves and scales by calls at the top of each module, which a bundler must keep in case they do more than
 * that. They don't: marked as pure, those that the page never uses are left out of it.
 */
export const withoutUnusedD3: Plugin = {
  name: 'without-unused-d3',
  apply: 'build',
  transform: {
    filter: { id: /\/node_modules\/d3-[a-z-]+\/.*\.m?js(?:\?later)?$/ },
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

/** Who of the first load asks d3-array for something; whoever is missing here ends the build. */
const first = /\/src\/(?:state\/scales|data\/standardise|view\/stage\/)/;

/**
 * d3-array is one module, of which a bundler puts into the first load what any part of the page uses: so later parts
 * have one of their own, whose lists, ticks and shuffles come with them.
 */
export const laterD3: Plugin = {
  name: 'later-d3',
  apply: 'build',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^d3-array$/ },
    async handler(source, importer) {
      if (!importer || first.test(importer)) return undefined;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved && `${resolved.id}?later`;
    },
  },
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !chunk.isEntry) continue;
      const late = chunk.moduleIds.filter((id) => /\/d3-array\/.*\?later$/.test(id));
      const askers = late.flatMap((id) => this.getModuleInfo(id)?.importers ?? []);
      const early = askers.filter((id) => chunk.moduleIds.includes(id));
      if (early.length > 0)
        this.error(`of the first load, and not named in unused-d3.ts: ${early.join(', ')}`);
    }
  },
};
