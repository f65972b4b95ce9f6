import { readFileSync } from 'node:fs';

/** A chunk as Vite's manifest describes it; imports are keys of the manifest. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** The bytes of a file of the production build, by its path in dist; throws where there is none. */
export const built = (path: string): Buffer => readFileSync(new URL(`../../dist/${path}`, import.meta.url));

const manifest = (): Readonly<Record<string, Chunk>> => JSON.parse(built('.vite/manifest.json').toString());

/** The paths in dist of all scripts, also those that come later. */
export const scripts = (): string[] =>
  Object.values(manifest())
    .map(({ file }) => file)
    .filter((file) => file.endsWith('.js'));

/**
 * The paths in dist of what a browser loads before the page's first script runs: the document with the first picture, the
 * scripts and styles that it names, what these import statically, and their styles. Each once.
 */
export function firstLoad(): string[] {
  const chunks = manifest();
  const reached = new Set<string>();
  const reach = (key: string): void => {
    if (reached.has(key)) return;
    reached.add(key);
    chunks[key]!.imports?.forEach(reach);
  };
  reach('index.html');
  const files = [...reached].flatMap((key) => [chunks[key]!.file, ...(chunks[key]!.css ?? [])]);
  const named = built('index.html')
    .toString()
    .matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g);
  return ['index.html', ...new Set([...files, ...Array.from(named, ([, path]) => path!)])];
}
