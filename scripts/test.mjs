import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { installMissing } from './install-missing.mjs';
import { printTally, reports } from './tally.mjs';

/**
 * Every check, by the npm script that runs it, in the order in which it is cheapest to fail. Those of one group run
 * side by side, since each keeps one processor busy at most; a test runner keeps all of them busy by itself.
 */
const groups = [
  {
    types: 'Types',
    lint: 'Style and lint',
    floors: 'Floors: who may import whom',
    python: 'Python, under which exported scripts are tested',
    browser: 'A browser, in which the page is tested',
    build: 'Production build',
    'build:single': 'The page as one file',
  },
  { 'test:build': 'The built page: first load and addresses' },
  { 'test:unit': 'Unit tests' },
  { 'test:browser': 'Browser tests against the production build' },
];

// Sweeps and draws are tried in part, unless all is asked for: tests/extent.ts reads it.
if (process.argv.includes('--all')) process.env.TEST_ALL = 'yes';

/** Starts an npm script. `output` is all it says where it is not to say it at once, `code` its exit code. */
function start(script, aside) {
  const run = spawn('npm', ['run', '--silent', script], {
    stdio: aside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
    env: aside && process.stdout.isTTY ? { FORCE_COLOR: '1', ...process.env } : process.env,
  });
  const said = [];
  for (const stream of [run.stdout, run.stderr])
    stream?.setEncoding('utf8').on('data', (text) => said.push(text));
  const code = new Promise((resolve) => {
    run.on('error', (error) => {
      said.push(`${error.message}\n`);
      resolve(1);
    });
    run.on('close', (status) => resolve(status ?? 1));
  });
  return { code, output: () => said.join('') };
}

/** Runs the checks of a group, and tells of them one after another; what failed, by its headline. */
async function runGroup(group) {
  const checks = Object.entries(group);
  const aside = checks.length > 1;
  const tell = (script, headline) => console.log(`\n━━ ${headline} (npm run ${script})`);
  if (!aside) tell(...checks[0]);
  const runs = checks.map(([script, headline]) => ({ script, headline, ...start(script, aside) }));
  const failed = [];
  for (const { script, headline, code, output } of runs) {
    if ((await code) !== 0) failed.push(headline);
    if (!aside) continue;
    tell(script, headline);
    process.stdout.write(output());
  }
  return failed;
}

installMissing();
rmSync(reports, { recursive: true, force: true });

for (const group of groups) {
  const failed = await runGroup(group);
  if (failed.length === 0) continue;
  process.exitCode = 1;
  console.log(`\n${failed.join(', ')}: failed. The checks after that did not run.`);
  break;
}
printTally();
