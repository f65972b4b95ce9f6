import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // Relative addresses: the built page works from any static host and below any path.
  base: './',
  build: {
    // The first releases that know light-dark(), so that the themes' colours reach the browser as written.
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // Names the entry's static imports and styles; the check of the first load reads it.
    manifest: true,
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{browser,build,view}/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'view',
          environment: 'jsdom',
          include: ['tests/view/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/setup-view.ts'],
        },
      },
      {
        extends: true,
        // Reads dist, so it runs after the production build.
        test: { name: 'build', environment: 'node', include: ['tests/build/**/*.test.ts'] },
      },
    ],
  },
});
