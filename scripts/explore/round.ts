import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Failure, failuresIn } from './failures';

/** What a round tries. */
export interface Round {
  readonly files: readonly string[];
  readonly seed: number;
  /** The one draw to try, as a failure told it. */
  readonly path?: string | undefined;
  /** The full name of the one test to run. */
  readonly test?: string | undefined;
  /** How many draws a property is tried on that doesn't say. */
  readonly runs?: number | undefined;
  /** Whether Vitest tells what it does, instead of only what failed. */
  readonly aloud?: boolean;
  /** What the tests are to find in their environment besides. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** What came of a round: how many tests ran, and which of them failed. */
export interface Outcome {
  readonly tests: number;
  readonly failures: readonly Failure[];
}

/** Runs test files once, from one seed. Throws where Vitest leaves no report. */
export async function runRound(round: Round): Promise<Outcome> {
  const { files, seed, path, test, runs, aloud = false, environment } = round;
  const folder = mkdtempSync(join(tmpdir(), 'cacheback-explore-'));
  try {
    const file = join(folder, 'report.json');
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter', 'json', '--outputFile', file];
    if (aloud) args.push('--reporter', 'default');
    if (test) args.push('--testNamePattern', `^${escaped(test)}$`);
    await ended(
      process.execPath,
      [...args, ...files],
      {
        TEST_ALL: 'yes',
        ...environment,
        FC_SEED: String(seed),
        ...(path && { FC_PATH: path }),
        ...(runs && { FC_RUNS: String(runs) }),
      },
      aloud,
    );
    if (!existsSync(file)) throw new Error('Vitest ended without a report');
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const tests = report.numPassedTests + report.numFailedTests;
    return { tests, failures: failuresIn(report, seed, process.cwd()) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Runs a program to its end, whatever it ends with. */
const ended = (
  program: string,
  args: string[],
  more: Record<string, string>,
  aloud: boolean,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const run = spawn(program, args, {
      env: { ...process.env, ...more },
      stdio: ['ignore', aloud ? 'inherit' : 'ignore', 'inherit'],
    });
    run.on('error', reject);
    run.on('close', () => resolve());
  });
