import { bestK, checkpointReference } from '../../../compare/plans';
import { FEWEST_PLANS } from '../../../state/shown/view';
import { useActions, useStore } from '../../store';

/**
 * The rules that are offered for a new run, in this order, as far as they are not there yet: beside Z and A the one that
 * changes most comes first.
 */
const offers = ['Z', 'A', 'none', 'least', 'mask'];

/** What can be done to the plans of the comparison. */
export function usePlans() {
  const { plans } = useStore((state) => state.comparing);
  const layers = useStore((state) => state.choice.layers.length);
  const { compare } = useActions();
  const pick = (at: number, reference: string) => compare({ plans: plans.with(at, reference) });
  return {
    removable: plans.length > FEWEST_PLANS,
    /** Puts another plan in the place of one; checkpoints without their number get √L. */
    pick: (at: number, name: string) =>
      pick(at, name === 'checkpoint' ? checkpointReference(bestK(layers)) : name),
    remove: (at: number) => compare({ plans: plans.toSpliced(at, 1) }),
    add: () => compare({ plans: [...plans, offers.find((offer) => !plans.includes(offer)) ?? 'Z'] }),
  };
}
