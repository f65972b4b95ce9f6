import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { generateSW } from 'workbox-build';

/**
 * What the page needs: everything that is built, but for fonts in forms that only old browsers ask for, and for icons, of
 * which browsers ask for one at each new address.
 */
const needed = ['**/*.{html,js,css,svg,woff2,txt,webmanifest}', 'icon-48.png'];

/**
 * Writes the service worker, by which the page works whole without a connection once it has been visited. A newer one
 * waits until the reader lets it: the page in use never changes under their hands.
 */
export function offline(): Plugin {
  let built = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved({ root, build }) {
      built = resolve(root, build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const { warnings } = await generateSW({
          globDirectory: built,
          globPatterns: needed,
          swDest: resolve(built, 'sw.js'),
          inlineWorkboxRuntime: true,
          sourcemap: false,
          // What is built has its hash in its name.
          dontCacheBustURLsMatching: /assets\//,
          // The page that is open at the first visit has it too, for the parts that come later.
          clientsClaim: true,
          skipWaiting: false,
          cleanupOutdatedCaches: true,
          // The page reads nothing that stands after a question mark, which course sites add.
          ignoreURLParametersMatching: [/./],
        });
        if (warnings.length > 0) this.error(warnings.join('\n'));
      },
    },
  };
}
