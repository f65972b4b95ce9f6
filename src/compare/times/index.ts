import { proxy } from 'comlink';
import type { ActivationName } from '../../core/activations';
import { threadOf } from '../thread';
import type { Paired } from './pairs';
import type { Size } from './subject';
import type { TimePlans } from './worker';

export { SHORTEST_RUN } from './measuring';
export type { Paired, Times } from './pairs';
export type { Size } from './subject';
export { ratioText, sentenceOf, shownInterval } from './words';

/** A measurement that is under way. */
export interface Measurement {
  /** Never settles once it has been stopped. */
  readonly result: Promise<Paired>;
  stop(): void;
}

const NOT_RUN = 'The measurement could not be run in this browser.';

/** How many measurements were begun: the seed for the order of runs in the next one, so that it differs each time. */
let begun = 0;

/** Times two plans on this machine, in a thread of its own; `onPair` is called with how many pairs are done, of how many. */
export function measure(
  references: readonly [string, string],
  activation: ActivationName,
  size: Size,
  onPair: (done: number, of: number) => void,
): Measurement {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const { remote: time, failed, end } = threadOf<TimePlans>(worker, NOT_RUN);
  begun += 1;
  const result = Promise.race([time(references, activation, size, begun, proxy(onPair)), failed]);
  void result.then(end, end);
  return { result, stop: end };
}
