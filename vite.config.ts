import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { classNames } from './scripts/build/class-names.ts';
import { contentSecurity } from './scripts/build/content-security.ts';
import { firstPicture } from './scripts/build/first-picture/index.ts';
import { letters } from './scripts/build/letters.ts';
import { licences } from './scripts/build/licences.ts';
import { offline } from './scripts/build/offline.ts';
import { laterD3, withoutUnusedD3 } from './scripts/build/unused-d3.ts';
import { withoutComments } from './scripts/build/without-comments.ts';

/** Tests of the view that look at no page and yet need what a browser has, or stand in for a part of it. */
const withPage = [
  'tests/view/activations/verdicts.test.ts',
  'tests/view/picture/svg.test.ts',
  'tests/view/stage/layout/fit.test.ts',
  'tests/view/stage/motion/play.test.ts',
  'tests/view/stage/paint/{paint,queue}.test.ts',
  'tests/view/stored.test.ts',
];

export default defineConfig({
  plugins: [
    react({ jsxImportSource: '#jsx' }),
    withoutUnusedD3,
    laterD3,
    classNames,
    letters,
    withoutComments,
    contentSecurity,
    firstPicture(),
    licences(),
    offline(),
  ],
  // Relative addresses: the built page works from any static host and below any path.
  base: './',
  // Modules, which can load a part when it is needed: the checks read formulas only where there are any.
  worker: { format: 'es', plugins: () => [withoutUnusedD3] },
  build: {
    // The first releases that know light-dark(), so that the themes' colours reach the browser as written.
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // All of them know what it would stand in for.
    modulePreload: {
      polyfill: false,
      // Which scripts each later part imports in turn would be 2 KB of the first load; after it they are at hand offline.
      resolveDependencies: (_, deps, { hostType }) =>
        hostType === 'html' ? deps : deps.filter((path) => path.endsWith('.css')),
    },
    // Names the entry's static imports and styles; the check of the first load reads it.
    manifest: true,
    rolldownOptions: {
      output: {
        // All that is loaded first is one file: cut along what later parts share, it would weigh 4 KB more gzipped.
        codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
      },
    },
  },
  test: {
    // Far above what any test takes: a busy machine is no flaw.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One for each processor, rather than one fewer: nothing else runs beside them.
    maxWorkers: '100%',
    pool: 'threads',
    // What is drawn is the same every time.
    setupFiles: ['tests/setup-properties.ts', 'tests/setup-later.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          setupFiles: ['tests/setup-reader.ts'],
          include: ['tests/{cases,compare,core,data,explain,mine,mistakes,view}/**/*.test.ts'],
          // Formulas that are defined stay so, and the first of these asks for one before.
          exclude: ['tests/core/**/own.test.ts', ...withPage],
          // These floors, and what the view works out, remember nothing else but what they would work out again, so their
          // files may share a worker.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          setupFiles: ['tests/setup-reader.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: [
            'tests/{browser,browsers,build,cases,compare,data,explain,mine,mistakes,torch,view}/**',
            'tests/core/**/!(own).test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'view',
          environment: 'jsdom',
          // Each file has a page of its own, but jsdom itself is read once for all of a worker's files.
          pool: 'vmThreads',
          include: ['tests/view/**/*.test.tsx', ...withPage],
          setupFiles: ['tests/setup-view.ts', 'tests/setup-reader.ts'],
        },
      },
      {
        extends: true,
        // Needs PyTorch, so it is a command of its own: npm run test:torch.
        test: {
          name: 'torch',
          environment: 'node',
          include: ['tests/torch/**/*.test.ts'],
          testTimeout: 600_000,
        },
      },
      {
        extends: true,
        // Needs a Firefox and dist, so it is a command of its own: npm run test:browsers.
        test: {
          name: 'browsers',
          environment: 'node',
          include: ['tests/browsers/**/*.test.ts'],
          hookTimeout: 120_000,
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
