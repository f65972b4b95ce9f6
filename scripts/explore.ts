import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { commandFor, type Failure } from './explore/failures';
import { propertyTests } from './explore/files';
import { runRound } from './explore/round';

/*
 * Tries every property on fresh draws, round after round, for as long as it is told, goes on where one fails, and ends
 * with what repeats each failure: `npm run test:explore -- --minutes 60`. With a seed it runs once, to repeat one.
 */

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string' },
    path: { type: 'string' },
    file: { type: 'string', multiple: true },
    test: { type: 'string' },
    runs: { type: 'string' },
  },
});

/** A number that was given as an option; ends the process where it is none. */
function numberOf(name: 'minutes' | 'seed' | 'runs', text: string): number {
  const number = Number(text);
  if (text.trim() !== '' && Number.isFinite(number)) return number;
  console.error(`--${name} is ${text}, which is no number.`);
  process.exit(2);
}

const files = values.file ?? propertyTests('tests');
const runs = values.runs === undefined ? undefined : numberOf('runs', values.runs);
const { path, test } = values;

const tell = (failure: Failure): void => {
  console.log(`\n✗ ${failure.file}\n  ${failure.test || 'could not be run'}`);
  for (const line of failure.message.split('\n').slice(0, 40)) console.log(`    ${line.slice(0, 400)}`);
  console.log(`  To repeat it: ${commandFor(failure)}`);
};

if (values.seed !== undefined) {
  const round = { files, seed: numberOf('seed', values.seed), path, test, runs, aloud: true };
  const { tests, failures } = await runRound(round);
  if (tests === 0) console.error('No test was run: does --test name one?');
  process.exitCode = failures.length === 0 && tests > 0 ? 0 : 1;
} else {
  const end = Date.now() + 60_000 * numberOf('minutes', values.minutes);
  const found: Failure[] = [];
  let [rounds, tests] = [0, 0];
  console.log(`${files.length} files with properties, ${values.minutes} minutes`);
  do {
    const seed = randomInt(2 ** 31);
    const outcome = await runRound({ files, seed, test, runs });
    rounds += 1;
    tests += outcome.tests;
    console.log(`round ${rounds}, seed ${seed}: ${outcome.tests} tests, ${outcome.failures.length} failed`);
    outcome.failures.forEach(tell);
    found.push(...outcome.failures);
  } while (Date.now() < end);
  console.log(`\n${rounds} rounds, ${tests} tests, ${found.length} failed`);
  for (const failure of found) console.log(commandFor(failure));
  process.exitCode = found.length === 0 ? 0 : 1;
}
