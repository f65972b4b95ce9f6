import { least } from 'd3-array';
import { peaksOverK } from '../../compare/peaks';
import { bestK, checkpointReference, planOf } from '../../compare/plans';
import { named, spoken } from '../../core/model/names';
import { dryRun } from '../../core/pass/dry-run';
import { frameAt } from '../../core/pass/frames/frame';
import type { Trace } from '../../core/pass/trace';
import { grouped } from '../../explain/numbers';
import { inBytes } from '../figures';
import type { Exhibit, Lesson } from '../lesson';
import { network } from '../network';
import type { Seen } from '../seen';
import { stepMaking } from '../turn';

const LAYERS = 16;

const deep = network([
  ...Array.from({ length: LAYERS - 1 }, () => ({ units: 4, activation: 'tanh' })),
  { units: 1, activation: 'sigmoid' },
]);

/** The k with the lowest peak, the smallest of several. */
function best({ model }: Trace): { k: number; peak: number; peaks: readonly number[] } {
  const peaks = peaksOverK(model);
  const k = least(peaks.keys(), (i) => peaks[i]!)! + 1;
  return { k, peak: peaks[k - 1]!, peaks };
}

/** Forward steps of a pass, and how many of them run again with a checkpoint every k layers. */
function again({ model }: Trace, k: number): { forward: number; repeated: number } {
  const steps = dryRun(planOf(checkpointReference(k)).apply(model));
  const of = (phase: string) => steps.filter((step) => step.phase === phase).length;
  return { forward: of('forward'), repeated: of('recompute') };
}

/** What is held as the pass goes there and back, at a third and at two thirds of the layers. */
const heldTable = ({ trace }: Seen): Exhibit => {
  const layers = [5, 10].filter((l) => l < trace.model.layers.length);
  const made = [
    ...layers.map((l) => named('A', l)),
    'cost',
    ...layers.toReversed().map((l) => named('dZ', l)),
  ];
  return {
    kind: 'table',
    caption: 'Bytes held, there and back',
    head: ['once there is', 'bytes'],
    rows: made.map((name) => [
      spoken(name),
      grouped(frameAt(trace, stepMaking(trace, name).index).cacheBytes),
    ]),
  };
};

const peakTable = ({ trace }: Seen): Exhibit => ({
  kind: 'table',
  caption: 'Peak of the bytes held, with a checkpoint every k layers',
  head: ['k', 'peak, bytes', 'steps run again'],
  rows: best(trace).peaks.map((peak, i) => [
    String(i + 1),
    grouped(peak),
    String(again(trace, i + 1).repeated),
  ]),
});

const lesson: Lesson = {
  title: '“Keep nothing, and run it again.”',
  settles: 'How far memory falls if layers are run again, and at what price',
  minutes: 3,
  beats: [
    {
      says: `${LAYERS} layers. Each holds something from when it runs until the way back reaches it, so most is held in the middle of the pass.`,
      scene: { network: deep, at: { after: 'cost' } },
      asks: {
        kind: 'number',
        ask: 'At how many bytes does this pass peak, run as it is?',
        unit: 'bytes',
        near: 0.05,
        right: ({ trace }) => trace.cacheBytes.peak,
        why: () =>
          'That is what is held when the way forward is done and the way back has not freed anything yet.',
      },
      shows: heldTable,
    },
    {
      says: 'Now keep only the input of every k-th layer. On the way back, a stretch of k layers runs again from there and is held while it is used. A small k keeps many inputs; a large k has a long stretch to hold.',
      asks: {
        kind: 'number',
        ask: 'Which k has the lowest peak?',
        range: { from: 1, to: LAYERS, step: 1 },
        live: (k) => `a checkpoint every ${k} layer${k === 1 ? '' : 's'}`,
        right: ({ trace }) => best(trace).k,
        accepts: (k, { trace }) => {
          const { peak, peaks } = best(trace);
          return peaks[k - 1] === peak;
        },
        tells: (k, { trace }) => {
          const peak = best(trace).peaks[k - 1];
          return peak === undefined ? '' : `With k = ${k} the peak is ${inBytes(peak)}.`;
        },
        why: ({ trace }) => {
          const { k, peak, peaks } = best(trace);
          return `With k = ${k} it peaks at ${inBytes(peak)}; with k = 1, where no input is left out, at ${inBytes(peaks[0]!)}.`;
        },
      },
      reveals: peakTable,
    },
    {
      says: (seen) =>
        `Take k = ${best(seen.trace).k}. The pass has ${again(seen.trace, 1).forward} forward steps.`,
      asks: {
        kind: 'number',
        ask: ({ trace }) =>
          `With k = ${best(trace).k}, how many of the ${again(trace, 1).forward} forward steps run a second time?`,
        unit: 'steps',
        near: 0.15,
        right: ({ trace }) => again(trace, best(trace).k).repeated,
        why: () => 'Every stretch but the last runs again once: nearly one more forward pass.',
      },
    },
  ],
  truth({ trace }) {
    const { k, peak, peaks } = best(trace);
    const { forward, repeated } = again(trace, k);
    const L = trace.model.layers.length;
    return `The lowest peak is at k = ${k}, ${inBytes(peak)} against ${inBytes(peaks[0]!)} where every layer keeps its input; √${L} is near ${bestK(L)}. The price: ${repeated} steps run again, where the forward pass has ${forward}.`;
  },
};

export default lesson;
