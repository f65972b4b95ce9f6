import { type Activation, type ActivationName, activationNames, activationOf } from '../../core/activations';
import { largest, smallest } from '../../core/math/extremes';
import { RecentByObject } from '../../core/math/recent-by-object';
import { spoken } from '../../core/model/names';
import { curveOf } from '../../core/verdict/curve';
import { type VerdictAt, verdictAt } from '../../core/verdict/verdict';
import { inWords } from '../../explain/numbers';
import { listed } from '../../explain/phrases';
import type { Exhibit, Lesson, Point } from '../lesson';
import { changeLayer, network } from '../network';
import type { ChoiceQuestion, Option } from '../questions';
import type { Seen } from '../seen';
import { readsIn, turnMaking } from '../turn';

const first = network([
  { units: 4, activation: 'silu', keep: 'A' },
  { units: 3, activation: 'tanh' },
  { units: 1, activation: 'sigmoid' },
]);

const known = new RecentByObject<Activation, VerdictAt>(32);

/** Whether A is enough for an activation at an alpha; a search, and so remembered. */
const verdict = (activation: Activation, alpha: number): VerdictAt =>
  known.of(activation, String(alpha), () => verdictAt(activation, alpha));

const ofFirst = ({ trace }: Seen) => {
  const [layer] = trace.model.layers;
  const { activation, alpha } = layer!;
  const g = activationOf(layer!);
  return { ...verdict(g, alpha), activation, curve: curveOf(g, alpha) };
};

/** The curve of layer 1's activation, with the output that is to be found once more. */
function curveOfFirst(seen: Seen): Exhibit {
  const { activation, curve, witness } = ofFirst(seen);
  const pair = witness ? [witness.z1, witness.z2] : [-6, 6];
  // Close enough for the fold to be seen: further out silu looks like a line.
  const [from, to] = [Math.max(-6, smallest(pair) - 3), Math.min(6, largest(pair) + 1)];
  const zs = Array.from({ length: 151 }, (_, i) => from + ((to - from) * i) / 150);
  return {
    kind: 'curve',
    caption: `${activation}, from z = ${inWords(from)} to ${inWords(to)}`,
    points: zs.map((z): Point => [z, curve.g(z)]).filter(([, a]) => Number.isFinite(a)),
    given: witness && [witness.z1, witness.a],
  };
}

/** The same for an activation by its name, at its usual alpha. */
const usualVerdict = (name: ActivationName): VerdictAt => {
  const g = activationOf(name);
  return verdict(g, g.alpha ?? 0);
};

const candidates = ['relu', 'tanh', 'gelu', 'softplus', 'sine', 'sigmoid'] as const;

/** Those that are asked about where the first were missed. */
const others = ['leaky_relu', 'mish', 'softsign', 'hard_swish', 'elu', 'hard_tanh'] as const;

const needZ = (of: readonly ActivationName[]): Option[] =>
  of.map((name) => {
    const { isEnough, witness } = usualVerdict(name);
    const why = witness
      ? `${name}(${inWords(witness.z1)}) = ${name}(${inWords(witness.z2)}) = ${inWords(witness.a)}, with slopes ${inWords(witness.dg1)} and ${inWords(witness.dg2)}.`
      : isEnough
        ? 'every output has one slope.'
        : 'its outputs do not fix its slope.';
    return { id: name, label: name, holds: !isEnough, why };
  });

const whichNeedZ = (of: readonly ActivationName[]): ChoiceQuestion => ({
  kind: 'choice',
  many: true,
  isOfAny: true,
  ask: 'For which of these is A not enough?',
  options: () => needZ(of),
});

const isEnoughNow = (seen: Seen): Option[] => {
  const { isEnough, witness, activation, alpha } = ofFirst(seen);
  const why = witness
    ? `${activation} with alpha ${inWords(alpha)} gives ${inWords(witness.a)} at z = ${inWords(witness.z1)} and at z = ${inWords(witness.z2)}, with slopes ${inWords(witness.dg1)} and ${inWords(witness.dg2)}.`
    : isEnough
      ? `${activation} with alpha ${inWords(alpha)} has one slope for each output.`
      : 'Its outputs do not fix its slope.';
  return [
    { id: 'enough', label: 'yes, A is still enough', holds: isEnough, why },
    { id: 'needed', label: 'no, now Z is needed', holds: !isEnough, why },
  ];
};

const lesson: Lesson = {
  title: '“g′(Z) works for all g; A does not.”',
  settles: 'For which activations A is enough, and what decides it',
  minutes: 3,
  beats: [
    {
      says: 'Layer 1 is now a silu, z times sigmoid(z), and it keeps only A. dA[1] has come back.',
      scene: { network: first, at: { before: 'dZ1' }, focus: { layer: 1 } },
      asks: {
        kind: 'reads',
        makes: 'dZ1',
        adds: 'What is read to compute something again counts too.',
      },
    },
    {
      says: (seen) => {
        const { activation, witness } = ofFirst(seen);
        return witness
          ? `Why is A not enough? ${activation}(${inWords(witness.z1)}) is ${inWords(witness.a)}, and its slope there is ${inWords(witness.dg1)}. Somewhere else ${activation} gives the same number.`
          : `Is there an output of ${activation} that two z share, with different slopes?`;
      },
      scene: { focus: { layer: 1 } },
      shows: curveOfFirst,
      asks: {
        kind: 'number',
        ask: 'Find another z with the same output and a different slope.',
        right: (seen) => ofFirst(seen).witness?.z2,
        near: 0.02,
        none: 'There is none',
        range: { from: -6, to: 6, step: 0.02 },
        live: (z, seen) => {
          const { activation, curve } = ofFirst(seen);
          return `${activation}(${inWords(z)}) = ${inWords(curve.g(z))}, slope ${inWords(curve.slope(z))}`;
        },
        why: (seen) => {
          const { witness, activation } = ofFirst(seen);
          return witness
            ? `One output, ${inWords(witness.a)}, and two slopes, ${inWords(witness.dg1)} and ${inWords(witness.dg2)}. From A alone, nobody can tell which.`
            : `Each output of ${activation} has one slope.`;
        },
      },
    },
    {
      says: 'A leaky relu with a slope of 0.01 on the left can make do with A: the sign of A tells which slope it is. But what if alpha is negative?',
      scene: {
        network: changeLayer(first, 1, { activation: 'leaky_relu', alpha: 0.01 }),
        at: { after: 'A1' },
        focus: { layer: 1 },
      },
      waits: {
        to: 'Give layer 1’s leaky_relu a negative alpha, such as −0.2.',
        done: ({ trace }) =>
          trace.model.layers[0]!.activation === 'leaky_relu' && trace.model.layers[0]!.alpha < 0,
        help: { network: (network) => changeLayer(network, 1, { alpha: -0.2 }) },
      },
    },
    {
      says: 'The curve now comes down from the left, touches 0 and goes up again.',
      scene: { at: { before: 'dZ1' }, focus: { layer: 1 } },
      asks: { kind: 'choice', ask: 'Is A[1] still enough for layer 1?', options: isEnoughNow },
      plays: { after: 'dZ1' },
    },
    {
      says: 'What decides is not whether g can be inverted: relu cannot. It is whether one output ever has two slopes.',
      asks: whichNeedZ(candidates),
      again: { says: 'The same question, about six others.', asks: whichNeedZ(others) },
    },
  ],
  truth(seen) {
    const needed = activationNames.filter((name) => !usualVerdict(name).isEnough);
    const reads = readsIn(seen.trace, turnMaking(seen.trace, 'dZ1')).map(({ buffer }) => spoken(buffer));
    return `Z is needed exactly where one output has two slopes: ${listed(needed)}, of the ${activationNames.length} activations here, at their usual alpha. For all the others A is enough. In your network dZ[1] took ${listed(reads) || 'nothing'} from the caches.`;
  },
};

export default lesson;
