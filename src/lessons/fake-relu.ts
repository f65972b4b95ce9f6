import type { Comparison } from '../compare/masks';
import { maskEffects, withRelu } from '../compare/masks';
import { keptSlots } from '../core/model/model';
import { inWords } from '../explain/numbers';
import type { Exhibit, Lesson } from './lesson';
import { changeLayer, courseNetwork } from './network';
import type { Option } from './questions';
import type { Seen } from './seen';

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
      ? 'In this network no closed cell has a dA that counts, so nothing shows.'
      : `A cell of dW[1] is off by ${inWords(change * 100)} % of the largest cell: what should have stopped went on.`;
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
      says: 'relu backward lets dA through where Z > 0. The claim is that A > 0 does as well. If so, nothing is faked.',
      scene: { network: courseNetwork, at: { after: 'A1' }, focus: { layer: 1 } },
      waits: {
        to: 'Let layer 1 keep A in place of Z.',
        done: ({ trace }) => {
          const kept = keptSlots(trace.model.layers[0]!);
          return kept.includes('A') && !kept.includes('Z');
        },
        help: { network: (network) => changeLayer(network, 1, { keep: 'A', route: undefined }) },
      },
    },
    {
      says: 'Z[1] and A[1] are on the stage, cell by cell.',
      scene: { at: { before: 'dZ1' }, focus: { layer: 1 } },
      asks: {
        kind: 'number',
        ask: 'Compare the masks Z[1] > 0 and A[1] > 0 of a relu. In how many cells do they differ?',
        unit: 'cells',
        right: differing,
        why: () =>
          'relu gives exactly 0 for every z up to 0, and z itself above: both comparisons ask the same thing.',
      },
      reveals: masks('Z > 0', 'A > 0'),
    },
    {
      says: 'Now the slip that many make: A ≥ 0 in place of A > 0.',
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
      says: 'With that mask the pass runs on, and no error is thrown.',
      asks: { kind: 'choice', ask: 'dW[1] by the mask A ≥ 0 is …', options: rightOrWrong },
    },
  ],
  truth(seen) {
    const [good, bad] = [effectOf(seen, 'A > 0'), effectOf(seen, 'A >= 0')];
    return `Z > 0 and A > 0 differ in ${differing(seen)} of ${good.mask.data.length} cells, so relu can read A as well as Z. A ≥ 0 opens ${bad.open} cells where ${good.open} are open, and dW[1] is off by ${inWords(bad.change * 100)} % of its largest cell.`;
  },
};

export default lesson;
