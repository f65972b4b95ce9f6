import { readFileSync } from 'node:fs';
import { createServer, type HtmlTagDescriptor, type Plugin } from 'vite';
import type * as Drawing from '../../../src/view/built/first-picture.tsx';
import { scopedName, scopedNames } from '../class-names.ts';
import { createRules } from './rules.ts';
import { zoomRules } from './zoom.ts';

/** The windows that the page is drawn for, in CSS pixels: one for each of its divisions. */
const windows = { wide: [1440, 900], medium: [1024, 768], narrow: [390, 844] } as const;

/** A file beside this one, without its comments and what indents it. */
const beside = (name: string): string =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/\n\s+/g, '\n');

/** What the page draws first in each of the windows, by the page's own code. */
async function drawn() {
  const server = await createServer({
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    // The classes are those of the build.
    css: { modules: { generateScopedName: scopedName } },
    optimizeDeps: { noDiscovery: true, include: [] },
    appType: 'custom',
    logLevel: 'error',
  });
  try {
    const { firstPicture, shadeRules, symbols, unseen } = (await server.ssrLoadModule(
      '/src/view/built/first-picture.tsx',
    )) as typeof Drawing;
    const pictures: [keyof typeof windows, Drawing.FirstPicture][] = [];
    for (const [name, [width, height]] of Object.entries(windows))
      pictures.push([name as keyof typeof windows, await firstPicture(width, height)]);
    return { pictures, unseen, symbols: symbols(), shades: shadeRules() };
  } finally {
    await server.close();
  }
}

/**
 * Puts what the page draws first into the built page, so that it is seen before any script has run. React draws over it
 * what is then the same. A link with another state, and what the device remembers, hide it.
 */
export function firstPicture(): Plugin {
  const files = new Map<string, string>();
  let markup = '';
  /** What the drawings refer to. It stays when React takes the pictures away: parts of them may stay too. */
  let shapes = '';
  return {
    name: 'first-picture',
    apply: 'build',
    async generateBundle(_, bundle) {
      const isSheet = (file: (typeof bundle)[string]) =>
        file.type === 'asset' && file.fileName.endsWith('.css');
      const sheets = Object.values(bundle).filter(isSheet);
      const textOf = (files: typeof sheets) =>
        files.map((file) => (file.type === 'asset' ? String(file.source) : '')).join('\n');
      const css = textOf(sheets);
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
      const firstCss = textOf(
        sheets.filter(({ fileName }) => entry?.viteMetadata?.importedCss.has(fileName)),
      );
      const { pictures, symbols, shades, unseen } = await drawn();
      // It takes a page of its own, for which those who only serve the page need not wait.
      const { createIcons, lean } = await import('./lean.ts');
      const [rules, icons] = [createRules(), createIcons()];
      const zooms: string[] = [];
      const shown = pictures.map(([name, { html, drawing, picture, stage }]) => {
        zooms.push(zoomRules(name, picture, stage));
        // What a drawing refers to is its own.
        const own = drawing.replaceAll(/(?<=id="|url\(#)(?=unread|arrow)/g, name);
        return `<div data-built="${name}" hidden inert>${lean(html, own, { css, rules, icons, unseen })}</div>`;
      });
      markup = shown.join('');
      shapes = `<svg width="0" height="0" class="symbols">${symbols}${icons.symbols()}</svg>`;
      // Styles that come with their parts, which are seen here before they come.
      const classes = Array.from(markup.matchAll(scopedNames), ([name]) => `.${name}`);
      const late = new Set(classes.filter((name) => !firstCss.includes(name)));
      const lateSheets = sheets.filter((file) => [...late].some((name) => textOf([file]).includes(name)));
      // A picture that nobody can point at has no rules for that.
      const isSeen = (selector: string): boolean =>
        classes.some((name) => selector.includes(name)) && !/:(?:hover|active|focus)/.test(selector);
      const rulesSeen = textOf(lateSheets).replace(
        /\/\*.*?\*\/|([^{}@]+)\{[^{}]*\}/g,
        (rule, selector?: string) => (selector && isSeen(selector) ? rule : ''),
      );
      const sheet = [rulesSeen, beside('windows.css'), shades, rules.css(), ...zooms].join('\n');
      for (const [name, source] of [
        ['first-picture.css', sheet],
        ['asked.js', beside('asked.js')],
      ] as const)
        files.set(name, this.getFileName(this.emitFile({ type: 'asset', name, source })));
    },
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const tags: HtmlTagDescriptor[] = [
          {
            tag: 'link',
            attrs: { rel: 'stylesheet', crossorigin: true, href: `./${files.get('first-picture.css')}` },
            injectTo: 'head',
          },
          // Last, so that while it holds up the page all else is on its way.
          { tag: 'script', attrs: { src: `./${files.get('asked.js')}` }, injectTo: 'head' },
        ];
        return { html: html.replace(/(<div id="root"[\s\S]*?)(\s*<\/div>)/, `$1${markup}$2${shapes}`), tags };
      },
    },
  };
}
