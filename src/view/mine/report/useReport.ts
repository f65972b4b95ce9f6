import { useEffect, useState } from 'react';
import type { Choice } from '../../../state/choice/choice';
import { type Brought, selectBrought } from '../../../state/mine/brought';
import { type Outcome, startJudging } from '../../../state/mine/judging';
import { useStore } from '../../store';

/** What came of judging, and what was judged. */
interface Judged {
  readonly choice: Choice;
  readonly brought: Brought | undefined;
  readonly outcome: Outcome;
}

/** What was brought, and what came of judging it: nothing until that is known, since another report is none. */
export function useReport(): {
  readonly brought: Brought | undefined;
  readonly outcome: Outcome | undefined;
} {
  const choice = useStore((state) => state.choice);
  const brought = useStore(selectBrought);
  const [judged, setJudged] = useState<Judged>();
  useEffect(
    () =>
      startJudging(choice, brought?.tensors ?? new Map(), (outcome) =>
        setJudged({ choice, brought, outcome }),
      ),
    [choice, brought],
  );
  const isCurrent = judged?.choice === choice && judged.brought === brought;
  return { brought, outcome: isCurrent ? judged.outcome : undefined };
}
