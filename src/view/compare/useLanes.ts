import { bestK, checkpointReference } from '../../compare/plans';
import { FEWEST_LANES } from '../../state/view';
import { useActions, useStore } from '../store';

/**
 * The rules that a new lane is offered, in this order, as far as they are not there yet: beside Z and A the one that
 * changes most comes first.
 */
const offers = ['Z', 'A', 'none', 'least', 'mask'];

/** What can be done to the lanes of the comparison. */
export function useLanes() {
  const { lanes } = useStore((state) => state.comparing);
  const layers = useStore((state) => state.choice.layers.length);
  const { compare } = useActions();
  const pick = (at: number, reference: string) => compare({ lanes: lanes.with(at, reference) });
  return {
    removable: lanes.length > FEWEST_LANES,
    /** Puts another plan into a lane; checkpoints without their number get √L. */
    pick: (at: number, name: string) =>
      pick(at, name === 'checkpoint' ? checkpointReference(bestK(layers)) : name),
    remove: (at: number) => compare({ lanes: lanes.toSpliced(at, 1) }),
    add: () => compare({ lanes: [...lanes, offers.find((offer) => !lanes.includes(offer)) ?? 'Z'] }),
  };
}
