import { proxy, releaseProxy, wrap } from 'comlink';
import type { ActivationName } from '../../core/activations';
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

/** How many measurements were begun: the seed of the next one's order, which so is another each time. */
let begun = 0;

/** Times two plans on this machine, in a thread of its own; `onPair` is told how many pairs are done, of how many. */
export function measure(
  references: readonly [string, string],
  activation: ActivationName,
  size: Size,
  onPair: (done: number, of: number) => void,
): Measurement {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const failed = new Promise<never>((_, reject) => {
    worker.onerror = () => reject(new Error('The measurement could not be run in this browser.'));
  });
  begun += 1;
  const time = wrap<TimePlans>(worker);
  const result = Promise.race([time(references, activation, size, begun, proxy(onPair)), failed]);
  let isOver = false;
  // A proxy that is not released keeps its worker, and what waits for it, for as long as the page lives.
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    worker.onerror = null;
    time[releaseProxy]();
    worker.terminate();
  };
  void result.then(end, end);
  return { result, stop: end };
}
