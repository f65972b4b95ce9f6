import { useMemo } from 'react';
import { maskEffects, withRelu } from '../../../compare/masks';
import type { DrawnMask } from '../../../state/passes/errands';
import { isAtOnce } from '../../../state/passes/size';
import { selectModel } from '../../../state/selectors';
import { useStore } from '../../store';
import { useErrand } from '../../useErrand';

/** The masks that four comparisons make for a layer, were it relu: at once, or once a large model's are worked out. */
export function useMasks(layer: number): readonly DrawnMask[] | undefined {
  const model = useStore(selectModel);
  const choice = useStore((state) => state.choice);
  const isSmall = useStore(isAtOnce);
  const here = useMemo(
    () => (isSmall ? maskEffects(withRelu(model, layer), layer) : undefined),
    [isSmall, model, layer],
  );
  const asked = useMemo(() => (isSmall ? undefined : { choice, layer }), [isSmall, choice, layer]);
  const there = useErrand('masks', asked);
  return here ?? there;
}
