import { activationOf } from '../core/activations';
import type { Layer } from '../core/model/model';
import { spoken } from '../core/model/names';
import { backwardCost } from '../core/pass/cost';
import { listed } from '../explain/narration';
import { costOfMaking, exponentialsOf, shapeIn } from './figures';
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

/** Whether all that an activation's slope depends on is which cells are above 0. */
function isSign(layer: Layer): boolean {
  const { routes, kinks } = activationOf(layer);
  return routes(layer.alpha).includes('mask') && kinks.length === 1 && kinks[0] === 0;
}

/** What activations read Z, each once; whether A would have done; and whether they took exponentials to have A again. */
function readersOfZ(seen: Seen) {
  const readers = seen.trace.model.layers
    .map((layer, i) => ({
      name: layer.activation,
      asksSign: isSign(layer),
      reads: readsOf(seen, i + 1).includes(`Z${i + 1}`),
      withA: activationOf(layer).routes(layer.alpha).includes('A'),
      again: costOfMaking(seen.trace, `dZ${i + 1}`).exponentials > 0,
    }))
    .filter(({ reads }) => reads);
  return [...new Map(readers.map((reader) => [reader.name, reader])).values()];
}

/** Who of those that read Z needs it: to read is not to need. */
function need(seen: Seen): string {
  const readers = readersOfZ(seen);
  if (readers.length === 0) return 'No backward step read Z.';
  const named = (which: typeof readers, one: string, more: string) =>
    which.length === 0 ? '' : ` ${listed(which.map(({ name }) => name))} ${which.length === 1 ? one : more}.`;
  const withA = readers.filter((reader) => reader.withA);
  const needy = readers.filter((reader) => !reader.withA);
  const clauses = [
    named(
      withA.filter(({ again }) => again),
      'takes its exponentials only to have A again',
      'take their exponentials only to have A again',
    ),
    named(
      withA.filter(({ again, asksSign }) => !again && asksSign),
      'asks only which cells are above 0, and A tells that too',
      'ask only which cells are above 0, and A tells that too',
    ),
    named(
      withA.filter(({ again, asksSign }) => !again && !asksSign),
      'could have read A as well',
      'could have read A as well',
    ),
    named(needy, 'needs it: A does not tell its slope', 'need it: A does not tell their slope'),
  ];
  const none = ' So none of them needs Z. A later lesson has one that does: silu.';
  return `To read Z is not to need it.${clauses.join('')}${needy.length === 0 ? none : ''}`;
}

/** The steps of the pass, forward and on the way back, and how many exponentials each half takes. */
function exponentials({ trace: { model, steps } }: Seen) {
  const forward = exponentialsOf(
    model,
    steps.filter(({ phase }) => phase === 'forward'),
  );
  return { forward, back: backwardCost(model, steps).exponentials };
}

/** The activations of which a cell takes one exponential on the way forward. */
const takeOne = ({ trace: { model } }: Seen): string[] => [
  ...new Set(
    model.layers
      .filter((layer) => activationOf(layer).cost.g.exponentials === 1)
      .map(({ activation }) => activation),
  ),
];

const lesson: Lesson = {
  title: '“Z is used only by relu_backward.” Is it?',
  settles: 'Which backward steps read Z, and what each of them wants with it',
  minutes: 2,
  beats: [
    {
      says: ({ trace }) =>
        `Every layer keeps Z, as in the course. The cost is known and dA[3] has come back. Next is the backward step of layer 3’s ${trace.model.layers[2]!.activation}; it must make dZ[3].`,
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
      says: 'Reading is one thing, what is done with it another. From Z the course’s sigmoid_backward works out s = 1/(1 + e^−Z), which is A again. tanh does the same.',
      scene: { at: { after: 'dZ1' } },
      asks: {
        kind: 'number',
        ask(seen) {
          const shapes = seen.trace.model.layers.map(
            (_, i) => `Z[${i + 1}] is ${shapeIn(seen.trace, `Z${i + 1}`)}`,
          );
          const one = takeOne(seen).join(' or of ');
          return `How many exponentials does the whole pass take, forward and back, in all layers? ${listed(shapes)}.${one && ` A cell of ${one} takes one each time.`}`;
        },
        right(seen) {
          const { forward, back } = exponentials(seen);
          return forward + back;
        },
        why(seen) {
          const { forward, back } = exponentials(seen);
          const onlyAgain = back > 0 && readersOfZ(seen).every((reader) => reader.withA || !reader.again);
          return onlyAgain
            ? `${forward} of them make A on the way forward, and ${back} make it again on the way back.`
            : `${forward} of them are taken on the way forward, and ${back} on the way back.`;
        },
      },
    },
  ],
  ends: { at: { after: 'dZ1' } },
  truth: (seen) =>
    `${isOnlyRelu(seen) ? 'In this network, yes' : 'No'}. With these keep rules ${listed(account(seen))}. ${need(seen)}`,
};

export default lesson;
