import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { installMissing } from './install-missing.mjs';
import { printTally, reports } from './tally.mjs';

/** Every check, by the npm script that runs it, in the order in which it is cheapest to fail. */
const checks = {
  types: 'Types',
  lint: 'Style and lint',
  floors: 'Floors: who may import whom',
  python: 'Python, under which exported scripts are tested',
  'test:unit': 'Unit tests',
  build: 'Production build',
  'test:build': 'The built page: first load and addresses',
  'test:browser': 'Browser tests against the production build',
};

installMissing();
rmSync(reports, { recursive: true, force: true });

let code = 0;
for (const [script, headline] of Object.entries(checks)) {
  console.log(`\n━━ ${headline} (npm run ${script})`);
  const run = spawnSync('npm', ['run', '--silent', script], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  code = run.status ?? 1;
  if (code === 0) continue;
  console.log(`\n${headline}: failed. The checks after it did not run.`);
  break;
}
printTally();
process.exitCode = code;
