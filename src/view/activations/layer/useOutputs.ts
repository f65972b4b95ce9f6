import { useMemo } from 'react';
import type { Named } from '../../../core/activations';
import type { Matrix } from '../../../core/math/matrix';
import { areOutputsAtOnce } from '../../../state/passes/size';
import { useErrand } from '../../useErrand';
import type { Subject } from '../useSubject';

/** What an activation makes of a layer's Z: at once, or of many cells once that is worked out. */
export function useOutputs({ name, own, activation, alpha }: Subject, Z: Matrix): Matrix | undefined {
  const named: Named = useMemo(() => ({ activation: name, own }), [name, own]);
  const isSmall = areOutputsAtOnce(named, Z.data.length);
  const here = useMemo(
    () => (isSmall ? activation.forward(Z, alpha) : undefined),
    [isSmall, activation, Z, alpha],
  );
  const asked = useMemo(() => (isSmall ? undefined : { named, alpha, Z }), [isSmall, named, alpha, Z]);
  const there = useErrand('outputs', asked);
  return here ?? there;
}
