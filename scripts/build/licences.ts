import license from 'rollup-plugin-license';
import type { Plugin } from 'vite';

/** Writes into dist, beside what is built, the names and licences of all packages that it holds parts of. */
export const licences = (): Plugin => ({
  // Its types are rollup's own, whose hooks rolldown calls in the same way.
  ...(license({
    thirdParty: { output: { file: 'dist/licences.txt', encoding: 'utf-8' }, includeSelf: false },
  }) as unknown as Plugin),
  apply: 'build',
});
