import { named, spoken } from '../../core/model/names';
import { listed } from '../../explain/phrases';
import type { Lesson } from '../lesson';
import { changeLayer, courseNetwork } from '../network';
import type { Option } from '../questions';
import { activationsOf, type Reader, readsOf } from '../readers';
import type { Seen } from '../seen';

/** One clause for each layer: what its activation's backward read. */
const account = (seen: Seen): string[] =>
  seen.trace.model.layers.map(
    ({ activation }, i) =>
      `${activation} backward read ${listed(readsOf(seen, i + 1).map(spoken)) || 'nothing'}`,
  );

/** Whether the claim holds: where Z is read, it is for a relu or one of its kin. */
const isOnlyRelu = (seen: Seen): boolean =>
  seen.trace.model.layers.every(
    ({ activation }, i) => activation.includes('relu') || !readsOf(seen, i + 1).includes(named('Z', i + 1)),
  );

const readersOfZ = (seen: Seen) => activationsOf(seen).filter(({ reads }) => reads);

/** Whose backward read Z, as a sentence to go on from. */
function whoRead(seen: Seen): string {
  const names = readersOfZ(seen).map(({ name }) => name);
  if (names.length === 0) return 'No backward step read Z here. Still, one of these may have to.';
  return `So ${listed(names)} backward read Z. But to read Z is not to need it: perhaps A would have done as well.`;
}

/** The activations, and none of them: for which of them A would not do. */
function needZ(seen: Seen): Option[] {
  const all = activationsOf(seen);
  const options = all.map(({ name, needs, asksSign }): Option => {
    const why = needs
      ? 'one A can come from two Z, with two slopes.'
      : asksSign
        ? 'A is above 0 in the very cells where Z is.'
        : 'its slope can be had without Z.';
    return { id: name, label: name, holds: needs, why };
  });
  const none = !all.some(({ needs }) => needs);
  const why = none ? 'A would have done for each.' : 'one of them does.';
  return [...options, { id: 'none', label: 'none of them', holds: none, why }];
}

/** Which of those that read Z need it, and what the others read it for. */
function need(seen: Seen): string {
  const readers = readersOfZ(seen);
  if (readers.length === 0) return 'No backward step read Z.';
  const clause = (which: readonly Reader[], says: (one: boolean) => string) =>
    which.length === 0 ? [] : [`${listed(which.map(({ name }) => name))} ${says(which.length === 1)}`];
  const withA = readers.filter(({ needs }) => !needs);
  const needy = readers.filter(({ needs }) => needs);
  const again = withA.filter(({ exponentials }) => exponentials > 0);
  const spent = again.reduce((sum, { exponentials }) => sum + exponentials, 0);
  const others = withA.filter(({ exponentials }) => exponentials === 0);
  const clauses = [
    ...clause(
      again,
      (one) => `only ${one ? 'works' : 'work'} out A again from it, at ${spent} exponentials in all`,
    ),
    ...clause(
      others.filter(({ asksSign }) => asksSign),
      (one) => `only ${one ? 'asks' : 'ask'} which cells are above 0, and A tells that too`,
    ),
    ...clause(
      others.filter(({ asksSign }) => !asksSign),
      () => 'could have read A as well',
    ),
    ...clause(needy, (one) => `${one ? 'needs' : 'need'} it, since A does not tell the slope`),
  ].map((text) => `${text}.`);
  const none =
    'So none of them needs Z. Keeping Z is the choice that works for every g: a later lesson shows one that cannot do without it, silu.';
  return [...clauses, ...(needy.length === 0 ? [none] : [])].join(' ');
}

const lesson: Lesson = {
  title: '“Z is used only by relu_backward.” Is it?',
  settles: 'Which backward steps read Z, and which of them need it',
  minutes: 3,
  beats: [
    {
      says: 'Going forward, each layer has kept ((A_prev, W, b), Z), as in the course: its linear_cache and its activation_cache. Now the way back begins: dA[3] is there.',
      scene: { network: courseNetwork, at: { before: 'dZ3' }, focus: { layer: 3 } },
      asks: { kind: 'reads', makes: 'dZ3' },
    },
    {
      says: 'One layer further back, dA[2] is there.',
      scene: { at: { before: 'dZ2' }, focus: { layer: 2 } },
      asks: { kind: 'reads', makes: 'dZ2' },
    },
    {
      says: 'The last layer on the way back is layer 1. dA[1] is there.',
      scene: { at: { before: 'dZ1' }, focus: { layer: 1 } },
      asks: { kind: 'reads', makes: 'dZ1' },
    },
    {
      says: whoRead,
      scene: { at: { after: 'dZ1' } },
      asks: {
        kind: 'choice',
        many: true,
        ask: 'Which of them really needs Z, because A would not do?',
        options: needZ,
      },
      again: {
        says: 'This one again, in a network with a silu.',
        network: changeLayer(courseNetwork, 2, { activation: 'silu' }),
      },
    },
  ],
  ends: { at: { after: 'dZ1' } },
  truth: (seen) =>
    `${isOnlyRelu(seen) ? 'In this network, yes' : 'No'}: ${listed(account(seen))}. ${need(seen)}`,
};

export default lesson;
