import { planOf } from '../../compare/plans';
import { gradientErrors } from '../../core/checks/gradient-errors';
import { withLayers } from '../../core/model/model';
import { spoken } from '../../core/model/names';
import { record } from '../../core/pass/record';
import type { Trace } from '../../core/pass/trace';
import { keptBy } from '../../explain/phrases';
import { heldAfterForward, inBytes } from '../figures';
import type { Beat, Lesson } from '../lesson';
import { type Network, network } from '../network';
import type { Seen } from '../seen';

/** Bytes that the program's own choice, the least that suffices, holds after the forward pass. */
const parOf = ({ model }: Trace): number => heldAfterForward(planOf('least').apply(model));

/** How a choice of keep rules does: its bytes, the par, and what it breaks, in a sentence. */
export interface Round {
  readonly bytes: number;
  readonly par: number;
  readonly flaw?: string;
}

const withZ = ({ model }: Trace): Trace => record(withLayers(model, () => ({ keep: 'Z', route: undefined })));

/** Plays the keep rules of a network as a round. */
export function roundOf(trace: Trace): Round {
  const again = trace.steps.filter(({ phase }) => phase === 'recompute').length;
  const lost = gradientErrors(trace, withZ(trace)).find(({ same }) => !same);
  const flaw =
    again > 0
      ? `${again} step${again === 1 ? ' runs' : 's run'} again: some layer keeps too little.`
      : lost
        ? `${spoken(lost.gradient)} is no longer the right gradient.`
        : undefined;
  return { bytes: heldAfterForward(trace.model), par: parOf(trace), ...(flaw && { flaw }) };
}

/** How far a round may lie above par to go on to the next hole: a third of what keeping Z everywhere wastes. */
const limitOf = (trace: Trace): number => {
  const par = parOf(trace);
  return par + Math.floor((heldAfterForward(withZ(trace).model) - par) / 3);
};

const standing = ({ trace }: Seen): string => {
  const { bytes, par, flaw } = roundOf(trace);
  const over = bytes - par;
  const score = over === 0 ? 'par' : over > 0 ? `${inBytes(over)} over par` : `${inBytes(-over)} under par`;
  return `You hold ${inBytes(bytes)}, ${score}.${flaw ? ` But ${flaw[0]!.toLowerCase()}${flaw.slice(1)}` : ''}`;
};

const hole = (number: number, what: string, on: Network, solved: (net: Network) => Network): Beat => ({
  says: (seen) =>
    `Hole ${number}: ${what} The limit is ${inBytes(limitOf(seen.trace))} after the forward pass. ${standing(seen)}`,
  scene: { network: on, at: { after: 'cost' } },
  waits: {
    to: 'Choose what each layer keeps so that nothing is computed again, no gradient changes, and you stay within the limit.',
    done: ({ trace }) => {
      const { bytes, flaw } = roundOf(trace);
      return flaw === undefined && bytes <= limitOf(trace);
    },
    help: { network: solved },
  },
});

const keeping =
  (...keeps: readonly ('Z' | 'A' | 'mask' | 'none')[]) =>
  (net: Network): Network => ({
    ...net,
    layers: net.layers.map((layer, i) => ({ ...layer, keep: keeps[i] ?? layer.keep, route: undefined })),
  });

const lesson: Lesson = {
  title: 'Cache golf',
  settles: 'Whether you can keep as little as the program finds',
  minutes: 3,
  yours:
    'That was the last lesson. Now write such a pass yourself: every array that your code computes can be checked here.',
  beats: [
    hole(
      1,
      'relu, tanh and sigmoid, all keeping Z.',
      network([
        { units: 4, activation: 'relu' },
        { units: 3, activation: 'tanh' },
        { units: 1, activation: 'sigmoid' },
      ]),
      keeping('A', 'A', 'A'),
    ),
    hole(
      2,
      'a silu between a leaky_relu and a sigmoid.',
      network([
        { units: 5, activation: 'leaky_relu' },
        { units: 4, activation: 'silu' },
        { units: 1, activation: 'sigmoid' },
      ]),
      keeping('A', 'Z', 'A'),
    ),
    hole(
      3,
      'a linear layer, a sine, a relu with dropout, and a sigmoid.',
      network([
        { units: 5, activation: 'linear', keep: 'ZA' },
        { units: 4, activation: 'sine', keep: 'ZA' },
        { units: 4, activation: 'relu', keep: 'ZA', dropout: { keep_prob: 0.7, keep: 'mask', seed: 5 } },
        { units: 1, activation: 'sigmoid', keep: 'ZA' },
      ]),
      keeping('none', 'Z', 'mask', 'A'),
    ),
  ],
  challenge({ trace }) {
    const { bytes, par } = roundOf(trace);
    return `Cache golf: I got through the last hole with ${inBytes(bytes)} held, where par is ${inBytes(par)}. Can you?`;
  },
  truth(seen) {
    const { bytes, par, flaw } = roundOf(seen.trace);
    const rules = planOf('least')
      .apply(seen.trace.model)
      .layers.map(({ activation, keep }) => `${activation} keeps ${keptBy(keep)}`);
    const verdict =
      flaw ?? (bytes <= par ? 'You have found it too.' : `You are ${inBytes(bytes - par)} above it.`);
    return `On the last hole par is ${inBytes(par)}: ${rules.join(', ')}. You held ${inBytes(bytes)}. ${verdict}`;
  },
};

export default lesson;
