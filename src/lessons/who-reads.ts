import { spoken } from '../core/model/names';
import { listed } from '../explain/narration';
import { costOfMaking, shapeIn } from './figures';
import type { Lesson } from './lesson';
import { courseNetwork } from './network';
import type { Seen } from './seen';
import { readsIn, turnMaking } from './turn';

const readsOf = ({ trace }: Seen, layer: number) =>
  readsIn(trace, turnMaking(trace, `dZ${layer}`)).map(({ buffer }) => buffer);

/** One clause for each layer: what its activation's backward read, and at how many exponentials. */
const account = (seen: Seen): string[] =>
  seen.trace.model.layers.map(({ activation }, i) => {
    const { exponentials } = costOfMaking(seen.trace, `dZ${i + 1}`);
    const took = exponentials === 0 ? 'no exponential' : `${exponentials} exponentials`;
    return `${activation} backward read ${listed(readsOf(seen, i + 1).map(spoken)) || 'nothing'} (${took})`;
  });

/** Whether the claim holds: where Z is read, it is for a relu or one of its kin. */
const isOnlyRelu = (seen: Seen): boolean =>
  seen.trace.model.layers.every(
    ({ activation }, i) => activation.includes('relu') || !readsOf(seen, i + 1).includes(`Z${i + 1}`),
  );

const lesson: Lesson = {
  title: '“Z is used only by relu_backward.” Is it?',
  settles: 'Which backward steps read Z, and what each of them wants with it',
  minutes: 2,
  beats: [
    {
      says: 'Every layer keeps Z, as in the course. The cost is known and dA[3] has come back. Next is the backward step of layer 3’s activation; it must make dZ[3].',
      scene: { network: courseNetwork, at: { before: 'dZ3' }, focus: { layer: 3 } },
      asks: { kind: 'reads', makes: 'dZ3' },
    },
    {
      says: 'dA[2] has come back. Now layer 2 must make dZ[2].',
      scene: { at: { before: 'dZ2' }, focus: { layer: 2 } },
      asks: { kind: 'reads', makes: 'dZ2' },
    },
    {
      says: 'dA[1] has come back. Next is layer 1, the last activation on the way back; it must make dZ[1].',
      scene: { at: { before: 'dZ1' }, focus: { layer: 1 } },
      asks: { kind: 'reads', makes: 'dZ1' },
    },
    {
      says: 'Reading is one thing, what is done with it another. From Z the course’s sigmoid_backward works out s = 1/(1 + e^−Z), which is A again. tanh does the like.',
      scene: { at: { after: 'dZ2' }, focus: { layer: 2 } },
      asks: {
        kind: 'number',
        ask: ({ trace }) =>
          `How many exponentials did the backward of layer 2’s ${trace.model.layers[1]!.activation} take? Its Z[2] is ${shapeIn(trace, 'Z2')}; a tanh counts as one.`,
        right: ({ trace }) => costOfMaking(trace, 'dZ2').exponentials,
        why({ trace }) {
          const cells = trace.buffers.get('Z2')!.data.length;
          const each = costOfMaking(trace, 'dZ2').exponentials / cells;
          return `By this route ${trace.model.layers[1]!.activation} takes ${each === 0 ? 'none' : each} for each of its ${cells} cells.`;
        },
      },
    },
  ],
  truth: (seen) =>
    `${isOnlyRelu(seen) ? 'In this network, yes' : 'No'}. With these keep rules ${listed(account(seen))}. To read Z and to need Z are two things: where an exponential is taken only to have A again, keeping A would have done.`,
};

export default lesson;
