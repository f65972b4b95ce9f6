import { useMemo } from 'react';
import { peaksOverK } from '../../compare/peaks';
import { isShallow } from '../../state/passes/size';
import { selectModel } from '../../state/selectors';
import { useStore } from '../store';
import { useErrand } from '../useErrand';

/** The peaks of checkpoints over k: at once, or once those of a deep network are worked out elsewhere. */
export function usePeaks(): readonly number[] | undefined {
  const model = useStore(selectModel);
  const choice = useStore((state) => state.choice);
  const shallow = isShallow(choice);
  const here = useMemo(() => (shallow ? peaksOverK(model) : undefined), [shallow, model]);
  const asked = useMemo(() => (shallow ? undefined : { choice }), [shallow, choice]);
  const there = useErrand('peaks', asked);
  return here ?? there;
}
