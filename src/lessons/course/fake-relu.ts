import type { Comparison } from '../../compare/masks';
import { maskEffects, withRelu } from '../../compare/masks';
import { keptSlots } from '../../core/model/model';
import { inWords } from '../../explain/numbers';
import type { Exhibit, Lesson } from '../lesson';
import { changeLayer, courseNetwork } from '../network';
import type { Option } from '../questions';
import type { Seen } from '../seen';

/** What comparisons make of relu's mask in layer 1. */
function effectOf({ trace }: Seen, comparison: Comparison) {
  const effects = maskEffects(withRelu(trace.model, 1), 1);
  return effects.find((effect) => effect.comparison === comparison)!;
}

function differing(seen: Seen): number {
  const [byZ, byA] = [effectOf(seen, 'Z > 0').mask.data, effectOf(seen, 'A > 0').mask.data];
  return Array.from(byZ).filter((bit, k) => bit !== byA[k]).length;
}

const masks =
  (...comparisons: readonly Comparison[]) =>
  (seen: Seen): Exhibit => ({
    kind: 'matrices',
    caption: 'Open cells of layer 1',
    items: comparisons.map((comparison) => ({ label: comparison, matrix: effectOf(seen, comparison).mask })),
  });

const rightOrWrong = (seen: Seen): Option[] => {
  const { change } = effectOf(seen, 'A >= 0');
  const why =
    change === 0
      ? 'In this network no closed cell has a dA that matters, so it does not show.'
      : `A cell of dW[1] is off by ${inWords(change * 100)} % of the largest cell: gradients that should have been stopped went through.`;
  return [
    { id: 'right', label: 'right all the same', holds: change === 0, why },
    { id: 'wrong', label: 'wrong', holds: change !== 0, why },
  ];
};

const lesson: Lesson = {
  title: '“You can fake it with relu as well, by using A.”',
  settles: 'Whether A gives relu’s mask, and the one sign that spoils it',
  minutes: 2,
  beats: [
    {
      says: 'relu backward lets dA through where Z > 0. The claim says that A > 0 does just as well. Then nothing would be faked.',
      scene: { network: courseNetwork, at: { after: 'A1' }, focus: { layer: 1 } },
      waits: {
        to: 'On its card, have layer 1 keep A instead of Z.',
        done: ({ trace }) => {
          const kept = keptSlots(trace.model.layers[0]!);
          return kept.includes('A') && !kept.includes('Z');
        },
        help: { network: (network) => changeLayer(network, 1, { keep: 'A', route: undefined }) },
      },
    },
    {
      says: 'You can see both Z[1] and A[1], cell by cell.',
      scene: { at: { before: 'dZ1' }, focus: { layer: 1 } },
      asks: {
        kind: 'number',
        ask: 'In how many cells do a relu’s masks Z[1] > 0 and A[1] > 0 differ?',
        unit: 'cells',
        right: differing,
        why: () =>
          'relu turns every z up to 0 into exactly 0 and leaves any other z as it is, so both ask the same thing.',
      },
      reveals: masks('Z > 0', 'A > 0'),
    },
    {
      says: 'Now a common slip: A ≥ 0 instead of A > 0.',
      scene: { focus: { layer: 1 } },
      asks: {
        kind: 'number',
        ask: 'How many cells of layer 1 does the mask A[1] ≥ 0 leave open?',
        unit: 'cells',
        right: (seen) => effectOf(seen, 'A >= 0').open,
        why: (seen) => {
          const { open, mask } = effectOf(seen, 'A >= 0');
          return open === mask.data.length
            ? 'That is every one of them: relu never gives less than 0.'
            : `The layer has ${mask.data.length}.`;
        },
      },
      reveals: masks('A > 0', 'A >= 0'),
    },
    {
      says: 'With that mask the pass still runs, and nothing complains.',
      asks: { kind: 'choice', ask: 'With the mask A ≥ 0, dW[1] is …', options: rightOrWrong },
    },
  ],
  truth(seen) {
    const [good, bad] = [effectOf(seen, 'A > 0'), effectOf(seen, 'A >= 0')];
    return `Z > 0 and A > 0 differ in ${differing(seen)} of ${good.mask.data.length} cells, so relu can read A as well as Z. A ≥ 0 opens ${bad.open} cells instead of ${good.open}, and dW[1] is off by ${inWords(bad.change * 100)} % of its largest cell.`;
  },
};

export default lesson;
