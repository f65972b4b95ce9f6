import { useEffect, useState } from 'react';
import type { Choice } from '../../../state/choice/choice';
import { type Brought, selectBrought, selectStray } from '../../../state/mine/brought';
import { type Outcome, startJudging } from '../../../state/mine/judging';
import { useStore } from '../../store';

/** What was judged, or is being. */
interface Asked {
  readonly choice: Choice;
  readonly brought: Brought | undefined;
}

/** How far judging is: what came of it, which share is done, or that it was stopped. */
interface Judging extends Asked {
  readonly outcome?: Outcome;
  readonly done?: number;
  readonly isStopped?: boolean;
}

/** What was brought, and what came of judging it: nothing until that is known, since another report is none. */
export function useReport() {
  const choice = useStore((state) => state.choice);
  const brought = useStore(selectBrought);
  const stray = useStore(selectStray);
  const [judging, setJudging] = useState<Judging>();
  const current = judging?.choice === choice && judging.brought === brought ? judging : undefined;
  const isStopped = current?.isStopped ?? false;
  useEffect(() => {
    if (isStopped) return;
    const asked: Asked = { choice, brought };
    return startJudging(
      choice,
      brought?.tensors ?? new Map(),
      (outcome) => setJudging({ ...asked, outcome }),
      (done) => setJudging({ ...asked, done }),
    );
  }, [choice, brought, isStopped]);
  return {
    brought,
    /** What was brought for another network than is open. */
    stray,
    outcome: current?.outcome,
    /** Which share is done, from 0 to 1. */
    done: current?.done ?? 0,
    isStopped,
    /** Ends it, whatever it is doing, or has it begin again. */
    stop: (stopped: boolean) => setJudging({ choice, brought, isStopped: stopped }),
  };
}
