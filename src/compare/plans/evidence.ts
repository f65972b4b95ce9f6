import frameworks from './frameworks.json' with { type: 'json' };
import type { Evidence } from './plan';

const { verifiedAtRuntime, readInSource } = frameworks._meta;

/** Version and source of a column, from the data's own lists; `named` is its name there. */
export function evidenceOf(named: string, sources: readonly string[]): Evidence {
  const find = (list: readonly string[]) => list.find((entry) => entry.startsWith(named));
  const run = find(verifiedAtRuntime);
  const said = (run ?? find(readInSource) ?? '').slice(named.length).trim();
  const revision = /\S+\/\S+ [0-9a-f]{7}/.exec(sources[0] ?? '')?.[0];
  return {
    version: said || (revision ?? 'unknown'),
    source: sources.join('; '),
    seen: run ? 'run' : 'read',
  };
}
