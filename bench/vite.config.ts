import { defineConfig } from 'vite';

// The benchmark as the page is built: tsx would give each closure its name as it is made, which takes as long as a pass.
export default defineConfig({
  build: { ssr: 'bench/index.ts', outDir: 'node_modules/.bench', emptyOutDir: true, target: 'node20' },
  logLevel: 'warn',
});
