import { releaseProxy, wrap } from 'comlink';
import type { Brought, Report } from '../../mine';
import type { Choice } from '../choice/choice';
import { defineFormulas } from '../choice/formulas';
import type { Judging } from './worker';

const BROKE_OFF = 'These arrays could not be checked';

/** The report on arrays, or the sentence that says why there is none. */
export type Outcome = Report | string;

/** A worker that judges; undefined where there are no workers. */
function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}

/** Judges arrays, in a thread of its own where there are any, and tells what came of it. Returns what ends it. */
export function startJudging(
  choice: Choice,
  tensors: ReadonlyMap<string, Brought>,
  tell: (outcome: Outcome) => void,
): () => void {
  let over = false;
  const end = (outcome: Outcome) => {
    if (!over) tell(outcome);
    over = true;
    letGo();
  };
  let letGo = (): void => undefined;
  const worker = startWorker();
  if (!worker) {
    const here = async () =>
      (await defineFormulas(choice)) ?? (await import('./judged')).judged(choice, tensors);
    here().then(end, (error: Error) => end(`${BROKE_OFF}: ${error.message}.`));
    return () => {
      over = true;
    };
  }
  const wrapped = wrap<Judging>(worker);
  letGo = () => {
    worker.onerror = null;
    wrapped[releaseProxy]();
    worker.terminate();
    letGo = () => undefined;
  };
  worker.onerror = () => end(`${BROKE_OFF}. Is there a connection?`);
  wrapped.judge(choice, tensors).then(end, (error: Error) => end(`${BROKE_OFF}: ${error.message}.`));
  return () => {
    over = true;
    letGo();
  };
}
