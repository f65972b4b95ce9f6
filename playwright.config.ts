import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './scripts/browser/launch';

export default defineConfig({
  testDir: 'tests/browser',
  // Far above what any story takes: a busy machine is no flaw.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A test that passes only at the second try has found something: it is told by name as flaky, and counted.
  retries: 1,
  // One for each processor.
  workers: '100%',
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'reports/browser.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    baseURL: `http://127.0.0.1:${process.env.PREVIEW_PORT}/any/path/`,
    launchOptions: launchOptions(),
    // Each test would fill a cache of its own; tests/browser/offline.test.ts lets it.
    serviceWorkers: 'block',
    // To keep a record of what goes right, or a copy of the page at every action, would take a good part of the suite's time.
    trace: { mode: 'on-first-retry', snapshots: false, screenshots: false },
    screenshot: 'only-on-failure',
  },
  // The production build below a path of its own, so that an address which works only at the root is found.
  webServer: {
    command: 'vite preview --host 127.0.0.1 --base /any/path/',
    env: { FORCE_COLOR: '0' },
    wait: { stdout: /127\.0\.0\.1:(?<PREVIEW_PORT>\d+)/ },
  },
});
