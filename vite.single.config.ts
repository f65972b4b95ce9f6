import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { inOneFile } from './scripts/build/in-one-file.ts';
import { letters } from './scripts/build/letters.ts';
import { withoutUnusedD3 } from './scripts/build/unused-d3.ts';

/** `npm run build:single`: the page as one HTML file, for a USB stick or a course site's files. */
export default defineConfig({
  plugins: [react({ jsxImportSource: '#jsx' }), withoutUnusedD3, letters, inOneFile()],
  base: './',
  publicDir: false,
  worker: {
    // From a disk, browsers start no worker that is a module.
    format: 'iife',
    plugins: () => [withoutUnusedD3],
    rolldownOptions: { output: { codeSplitting: false } },
  },
  build: {
    outDir: 'dist-single',
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
  },
});
