import { useMemo } from 'react';
import { Recent } from '../../core/math/recent';
import { sizesOf } from '../../core/model/model';
import { frameAt } from '../../core/pass/frames/frame';
import { selectTrace } from '../../state/selectors';
import { focusOf } from '../../state/shown/display';
import { useDisplay, useStore } from '../store';
import type { Focusing } from './focusing';
import { type StageFit, type StageRoom, stageFit } from './layout/stage-fit';

/** How many fits are remembered: most edits move nothing, and who compares two rules goes to and fro between them. */
const REMEMBERED = 6;

/** Fits outlive the stage, which is taken down in other views. */
const fits = new Recent<StageFit>(REMEMBERED);

/** Where everything stands for the network and the room of now. */
export function useFit(
  { width, height, narrow }: Omit<StageRoom, 'focus'>,
  focusing: Focusing | undefined,
): StageFit {
  const trace = useStore(selectTrace);
  const focus = useDisplay(focusOf);
  return useMemo(() => {
    const { places } = frameAt(trace, 0);
    const sizes = sizesOf(trace.model);
    const standing = Array.from(places, ([key, { tensor }]) => `${key} ${tensor}`);
    const of = JSON.stringify([standing, sizes, width, height, narrow, focus, focusing !== undefined]);
    return fits.of(of, () =>
      stageFit(places, sizes, { width, height, narrow, focus }, focusing?.focusedGeometry),
    );
  }, [trace, width, height, narrow, focus, focusing]);
}
