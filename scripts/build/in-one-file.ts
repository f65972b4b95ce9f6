import { readFileSync } from 'node:fs';
import type { Plugin, PluginOption } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

/** A worker as the page asks for it: by the address of its module, which one file does not have. */
const worker = /new Worker\(new URL\('(\.\/[\w-]+\.ts)', import\.meta\.url\), \{ type: 'module' \}\)/g;

/** Has workers come out of the file itself. */
const inlinedWorkers: Plugin = {
  name: 'inlined-workers',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/.*\.tsx?$/, code: /new Worker\(new URL\(/ },
    handler(code) {
      let count = 0;
      const imports: string[] = [];
      const inlined = code.replace(worker, (_, path: string) => {
        count += 1;
        imports.push(`import InlinedWorker${count} from '${path}?worker&inline';`);
        return `new InlinedWorker${count}()`;
      });
      if (count === 0) this.error('a worker is asked for in a way that cannot be put into one file');
      return `${imports.join('\n')}\n${inlined}`;
    },
  },
};

/** What stands beside the page elsewhere, and here in it: the icon; and no word that the page cannot be opened as a file. */
const standsAlone: Plugin = {
  name: 'stands-alone',
  transformIndexHtml(html) {
    const icon = readFileSync(new URL('../../public/icon-48.png', import.meta.url)).toString('base64');
    return html
      .replace(/<link rel="icon"[^>]*>/, `<link rel="icon" href="data:image/png;base64,${icon}" />`)
      .replace(/\s*<link rel="(?:apple-touch-icon|manifest)"[^>]*>/g, '')
      .replace(/it needs JavaScript, and it cannot run[^<]*/, 'it needs JavaScript.');
  },
};

/** The whole page in one file, which works from wherever it lies: parts that come later, workers, fonts and styles inside. */
export const inOneFile = (): PluginOption[] => [
  inlinedWorkers,
  standsAlone,
  viteSingleFile({ removeViteModuleLoader: true }),
];
