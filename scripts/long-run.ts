import { spawn } from 'node:child_process';

/* `npm run test:soak` and `npm run test:monkey`: browser tests that `npm test` runs a part of, whole. */

const lengths: Readonly<Record<string, NodeJS.ProcessEnv>> = {
  soak: { SOAK: 'full' },
  monkey: { MONKEY_ACTIONS: '5000' },
};

const [name = '', ...more] = process.argv.slice(2);
const length = lengths[name];
if (!length) throw new Error(`Expected one of ${Object.keys(lengths).join(', ')}, but found "${name}".`);
const run = spawn('npx', ['playwright', 'test', `tests/browser/${name}.test.ts`, '--workers', '1', ...more], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...length, ...process.env },
});
run.on('close', (status) => process.exit(status ?? 1));
