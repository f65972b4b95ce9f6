import { useEffect, useRef, useState } from 'react';
import { type Measurement, measure } from '../../../compare/times';
import type { Timed } from './TimingResult';

/** How many pairs of runs are done, of how many; nothing of that is known while the rules warm up. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

type Asked = Parameters<typeof measure>;

/**
 * One measurement at a time, which ends with the panel that shows it: how far it is while it runs, and how it came
 * out, as times or as a sentence why there are none.
 */
export function useTiming() {
  const [progress, setProgress] = useState<Progress | 'warming up'>();
  const [outcome, setOutcome] = useState<Timed | string>();
  const running = useRef<Measurement>(undefined);
  useEffect(() => () => running.current?.stop(), []);

  const stop = () => {
    running.current?.stop();
    setProgress(undefined);
  };
  const start = (references: Asked[0], size: Asked[2], about: Omit<Timed, 'result'>) => {
    const end = (outcome: Timed | string) => {
      setOutcome(outcome);
      setProgress(undefined);
    };
    setOutcome(undefined);
    setProgress('warming up');
    running.current = measure(references, about.activation, size, (done, of) => setProgress({ done, of }));
    running.current.result.then(
      (result) => end({ result, ...about }),
      (error: Error) => end(error.message),
    );
  };
  return { progress, outcome, start, stop };
}
