import { part } from './extent';

/** What the suite draws from where it is told nothing: any number would do, as long as it stays the same. */
const FIXED = 20_171;

const numberIn = (variable: string): number | undefined =>
  process.env[variable] ? Number(process.env[variable]) : undefined;

/** The seed of everything that tests draw: the same every time, or that of the environment's FC_SEED. */
export const seed = numberIn('FC_SEED') ?? FIXED;

/** How many draws a property is tried on where it doesn't say: the environment's FC_RUNS, or a part of fast-check's own 100. */
export const numRuns = numberIn('FC_RUNS') ?? part(100);

/** Where among its draws a property goes wrong, as a failure tells it, to try that one alone: FC_PATH. */
export const path = process.env.FC_PATH;
