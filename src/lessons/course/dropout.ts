import { type Matrix, map } from '../../core/math/matrix';
import { cachedBytes } from '../../core/model/model';
import type { Trace } from '../../core/pass/trace';
import { bytesOfRule, inBytes } from '../figures';
import type { Exhibit, Lesson } from '../lesson';
import { changeLayer, courseNetwork } from '../network';

const dropped = { keep_prob: 0.7, keep: 'mask', seed: 5 } as const;

/** D of layer 1; undefined while it has no dropout. */
const maskD = ({ buffers }: Trace): Matrix | undefined => buffers.get('D1');

const positive = ({ buffers }: Trace): Matrix => map(buffers.get('A1')!, (a) => Number(a > 0), 'bit');

/** In how many cells D and A > 0 say different things; none where nothing is dropped. */
function differing(trace: Trace): number {
  const D = maskD(trace);
  const open = positive(trace).data;
  return D ? Array.from(D.data).filter((d, k) => d !== open[k]).length : 0;
}

const sideBySide = ({ trace }: { trace: Trace }): Exhibit => {
  const D = maskD(trace);
  return {
    kind: 'matrices',
    caption: 'Which cells are open',
    items: [...(D ? [{ label: 'D[1]', matrix: D }] : []), { label: 'A[1] > 0', matrix: positive(trace) }],
  };
};

const lesson: Lesson = {
  title: '“Is A > 0 not the same as D?”',
  settles: 'Why dropout keeps its mask, and what it does to the price of A',
  minutes: 2,
  beats: [
    {
      says: 'relu closes cells, and so does dropout. Layer 1 is a relu that keeps A.',
      scene: {
        network: changeLayer(courseNetwork, 1, { keep: 'A' }),
        at: { after: 'A1' },
        focus: { layer: 1 },
      },
      waits: {
        to: 'On its card, add dropout to layer 1.',
        done: ({ trace }) => trace.model.layers[0]!.dropout !== undefined,
        help: { network: (net) => changeLayer(net, 1, { dropout: dropped }) },
      },
    },
    {
      says: 'On the way back dropout comes before relu. It takes what layer 2 sends back and makes dA[1].',
      scene: { at: { before: 'dA1' }, focus: { layer: 1, lane: 'cache' } },
      asks: { kind: 'reads', makes: 'dA1' },
    },
    {
      says: 'D[1] is drawn at random. A[1] > 0 is relu’s doing.',
      scene: { focus: { layer: 1, lane: 'cache' } },
      asks: {
        kind: 'number',
        ask: 'In how many of the cells do D[1] and A[1] > 0 differ?',
        unit: 'cells',
        right: ({ trace }) => differing(trace),
        tells: () => 'Count cells with a D of 1 where A is 0, and cells with a D of 0 where A is not.',
        why: () =>
          'relu can make a cell 0 that dropout lets through, and dropout can drop one that is above 0: neither mask gives the other.',
      },
      reveals: sideBySide,
    },
    {
      says: 'Layer 2 now multiplies by Adrop[1], no longer by A[1].',
      scene: { at: { after: 'A1' }, focus: { layer: 1, lane: 'cache' } },
      asks: {
        kind: 'number',
        ask: 'How many bytes does it cost now to keep A in layer 1, compared with keeping nothing?',
        unit: 'bytes',
        right: ({ trace }) => bytesOfRule(trace.model, 1, trace.model.layers[0]!.keep),
        why: ({ trace }) =>
          trace.model.layers[0]!.dropout
            ? 'Layer 2’s A_prev is Adrop[1], a different buffer, so nobody else holds A[1].'
            : 'Layer 2 holds A[1] anyway.',
      },
    },
  ],
  truth({ trace }) {
    const D = maskD(trace);
    if (!D) return `Without dropout keeping A in layer 1 costs ${inBytes(bytesOfRule(trace.model, 1, 'A'))}.`;
    return `D[1] and A[1] > 0 differ in ${differing(trace)} of ${D.data.length} cells, so D has to be kept (${inBytes(cachedBytes('D1', trace.model))}, one bit per cell) or drawn again. And A[1] is no longer the next layer’s A_prev: keeping it costs ${inBytes(bytesOfRule(trace.model, 1, 'A'))}.`;
  },
};

export default lesson;
