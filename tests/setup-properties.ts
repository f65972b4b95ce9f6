import fc from 'fast-check';
import { numRuns, path, seed } from './seed';

/*
 * A suite that draws other networks each time is green for one and red for the next, over a fault that neither made.
 * So `npm test` tries the same draws every time, and fresh ones are the work of `npm run test:explore`.
 */
fc.configureGlobal({ seed, numRuns, ...(path && { path }) });
