import { named, spoken } from '../../core/model/names';
import { listed } from '../../explain/phrases';
import { costOfMaking, shapeIn } from '../figures';
import type { Exhibit, Lesson } from '../lesson';
import { changeLayer, courseNetwork } from '../network';
import type { Seen } from '../seen';
import { readsIn, turnMaking } from '../turn';

const spokenReads = ({ trace }: Seen, made: string): string =>
  listed(readsIn(trace, turnMaking(trace, made)).map(({ buffer }) => spoken(buffer))) || 'nothing';

const prices = ({ trace }: Seen): Exhibit => ({
  kind: 'table',
  caption: 'What each activation’s backward took',
  head: ['for', 'read', 'multiplications', 'exponentials'],
  rows: trace.model.layers.map((_, i) => {
    const { multiplications, exponentials } = costOfMaking(trace, named('dZ', i + 1));
    const reads = readsIn(trace, turnMaking(trace, named('dZ', i + 1))).map(({ buffer }) => spoken(buffer));
    return [
      spoken(named('dZ', i + 1)),
      listed(reads) || 'nothing',
      String(multiplications),
      String(exponentials),
    ];
  }),
});

const lesson: Lesson = {
  title: '“A can be had from Z, so we just cache Z.”',
  settles: 'What it costs to work out again what was not kept',
  minutes: 2,
  beats: [
    {
      says: 'True: A is g(Z), and can be worked out at any time. Layer 2 is a tanh and keeps Z. Its backward needs 1 − A².',
      scene: { network: courseNetwork, at: { before: 'dZ2' }, focus: { layer: 2 } },
      asks: {
        kind: 'number',
        ask: ({ trace }) =>
          `How many exponentials does it take to make dZ[2], ${shapeIn(trace, 'dZ2')}? A tanh counts as one.`,
        right: ({ trace }) => costOfMaking(trace, 'dZ2').exponentials,
        why: () =>
          'One for each cell whose A has to be worked out again; none where what was kept tells the slope.',
      },
      plays: { after: 'dZ2' },
    },
    {
      says: 'Then why stop at Z? Z can be worked out again too, from what is in linear_cache.',
      scene: { at: { after: 'A1' }, focus: { layer: 1 } },
      waits: {
        to: 'On its card, have layer 1 keep nothing.',
        done: ({ trace }) => trace.model.layers[0]!.keep === 'none',
        help: { network: (network) => changeLayer(network, 1, { keep: 'none' }) },
      },
    },
    {
      says: 'dA[1] has come back, and layer 1’s activation_cache is empty. It has to make dZ[1] all the same.',
      scene: { at: { before: 'dZ1' }, focus: { layer: 1 } },
      asks: { kind: 'reads', makes: 'dZ1', adds: 'What is read to compute something again counts too.' },
    },
    {
      says: 'Getting Z[1] back took a product of matrices.',
      scene: { at: { after: 'dZ1' }, focus: { layer: 1 } },
      asks: {
        kind: 'number',
        ask: ({ trace }) =>
          `W[1] is ${shapeIn(trace, 'W1')}, A[0] is ${shapeIn(trace, 'A0')}. How many multiplications went into dZ[1], with all that was computed again for it?`,
        unit: 'multiplications',
        right: ({ trace }) => costOfMaking(trace, 'dZ1').multiplications,
        why: ({ trace }) =>
          turnMaking(trace, 'dZ1').steps.length > 1
            ? `Mostly the product W[1] A[0]: each of the ${shapeIn(trace, 'Z1')} cells of Z[1] is a sum of ${trace.buffers.get('A0')!.rows} products.`
            : 'Nothing was computed again.',
      },
      reveals: prices,
    },
  ],
  truth(seen) {
    const [first, second] = [1, 2].map((l) => costOfMaking(seen.trace, named('dZ', l)));
    return `True, at a price. dZ[2] took ${spokenReads(seen, 'dZ2')} from the caches and ${second!.exponentials} exponentials. dZ[1] took ${spokenReads(seen, 'dZ1')} and ${first!.multiplications} multiplications. Where a layer keeps nothing, a whole product runs again, and only then is b read at all.`;
  },
};

export default lesson;
