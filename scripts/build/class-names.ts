import { readdirSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Plugin } from 'vite';

const root = new URL('../../', import.meta.url).pathname;

/** All sheets of parts, in one order, so that each has its number whoever asks first. */
const sheets = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.module.css'))
  .map((path) => `src/${path.replaceAll(sep, '/')}`)
  .sort();

/** 0 as `a`, 25 as `z`, 26 as `aa`. */
const inLetters = (n: number): string =>
  (n < 26 ? '' : inLetters(Math.floor(n / 26) - 1)) + String.fromCharCode(97 + (n % 26));

/**
 * The class that stands for a name of a sheet in the built page: the sheet in letters, and which of its classes it is.
 * The underscore ends it, so that none is the beginning of another.
 */
export function scopedName(name: string, file: string, css: string): string {
  const sheet = sheets.indexOf(relative(root, file.split('?')[0]!).replaceAll(sep, '/'));
  if (sheet < 0) throw new Error(`no sheet of a part: ${file}`);
  const names = [...new Set(Array.from(css.matchAll(/\.(-?[A-Za-z_][\w-]*)/g), ([, found]) => found))];
  return `${inLetters(sheet)}${names.indexOf(name)}_`;
}

/** Classes of sheets, as `scopedName` makes them, in a text. */
export const scopedNames = /\b[a-z]+\d+_(?!\w)/g;

/**
 * Gives the built page short classes, and puts each in where it is used: with a hash and a line in every name, and an
 * object of all names for each sheet, they would be 2 KB of the first load.
 */
export const classNames: Plugin[] = [
  {
    name: 'class-names',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ css: { modules: { generateScopedName: scopedName } } }),
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: '.module.css' },
      handler(code) {
        const imported = this.parse(code, { lang: 'tsx' }).body.flatMap((node) =>
          node.type === 'ImportDeclaration' && node.source.value.endsWith('.module.css')
            ? node.specifiers
            : [],
        );
        // From the last to the first, so that the places of the others stay true.
        return imported.reduceRight(
          (text, { type, start, end, local }) =>
            type === 'ImportDefaultSpecifier'
              ? `${text.slice(0, start)}* as ${local.name}${text.slice(end)}`
              : text,
          code,
        );
      },
    },
  },
  {
    name: 'sheets-stay',
    apply: 'build',
    enforce: 'post',
    // Also where nothing but its rules is left of a sheet.
    transform: {
      filter: { id: /\.module\.css$/ },
      handler: (code) => ({ code, moduleSideEffects: 'no-treeshake' }),
    },
  },
];
