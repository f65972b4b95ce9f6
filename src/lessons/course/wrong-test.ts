import { spoken } from '../../core/model/names';
import { record } from '../../core/pass/record';
import { movedTensors } from '../../core/pass/what-if/moved';
import { isChanged } from '../../core/pass/what-if/tamper';
import { listed } from '../../explain/phrases';
import type { Lesson } from '../lesson';
import { changeLayer, network } from '../network';
import type { Option } from '../questions';
import type { Seen } from '../seen';
import { readsIn, turnMaking } from '../turn';

const tested = network([
  { units: 4, activation: 'tanh', keep: 'ZA' },
  { units: 1, activation: 'sigmoid' },
]);

const readsZ = ({ trace }: Seen): boolean =>
  readsIn(trace, turnMaking(trace, 'dZ1')).some(({ buffer }) => buffer === 'Z1');

const gradients = ['dZ1', 'dW1', 'db1', 'dW2'];

const moved = ({ trace, untouched }: Seen): readonly string[] =>
  movedTensors(trace, untouched)
    .map(({ tensor }) => tensor)
    .filter((tensor) => gradients.includes(tensor));

const whoMoves = (seen: Seen): Option[] => {
  const those = moved(seen);
  const each = gradients.map((name): Option => {
    const holds = those.includes(name);
    return {
      id: name,
      label: spoken(name),
      holds,
      why: holds ? 'some cell has changed.' : 'every cell is what it was before.',
    };
  });
  const none = those.length === 0;
  return [
    ...each,
    { id: 'none', label: 'none of them', holds: none, why: none ? 'nobody read it.' : 'somebody read it.' },
  ];
};

const lesson: Lesson = {
  title: '“My tanh backward fails the test with Z and passes with A1.”',
  settles: 'What a test tells when its cache was never written by a forward pass',
  minutes: 3,
  yours:
    'Does your own code fail a test? Run it on numbers that belong together: every array that it computes can be checked here.',
  beats: [
    {
      says: 'Tests often pass in a random Z and a random A that do not belong together. Here layer 1 keeps both, as that student’s cache did. Play the test.',
      scene: { network: tested, at: { before: 'dZ1' }, focus: { tensor: 'Z1' } },
      waits: {
        to: 'Put other numbers into the cached Z[1]: use “Scramble this” at its slot.',
        done: ({ trace }) => isChanged(trace, 'Z1'),
        help: { network: (net) => ({ ...net, tampered: [{ tensor: 'Z1', unrelated: 7 }] }) },
      },
    },
    {
      says: 'The cached Z[1] has nothing to do with A[1] any more. Layer 1 keeps both and reads whichever is cheaper.',
      scene: { at: { before: 'dZ1' }, focus: { layer: 1 } },
      asks: {
        kind: 'choice',
        many: true,
        ask: 'Which of these gradients have changed?',
        options: whoMoves,
      },
      plays: 'end',
    },
    {
      says: 'Now the other student’s code: it works g′ out from Z.',
      scene: { at: { before: 'dZ1' }, focus: { layer: 1 } },
      waits: {
        to: 'Make layer 1’s backward read Z: choose that route on its card, or keep only Z.',
        done: readsZ,
        help: { network: (net) => changeLayer(net, 1, { keep: 'ZA', route: 'Z' }) },
      },
    },
    {
      says: 'The same test, the same numbers in the cache, and correct code that reads Z.',
      scene: { at: { before: 'dZ1' }, focus: { layer: 1 } },
      asks: { kind: 'choice', many: true, ask: 'Which gradients have changed?', options: whoMoves },
      plays: 'end',
    },
  ],
  truth(seen) {
    const { model } = seen.untouched;
    const reads = readsIn(seen.trace, turnMaking(seen.trace, 'dZ1')).map(({ buffer }) => spoken(buffer));
    const routes = (['Z', 'A'] as const).map((route) => record(changeLayer(model, 1, { keep: 'ZA', route })));
    const same =
      movedTensors(routes[0]!, routes[1]!).filter(({ by }) => by > 1e-3 || Number.isNaN(by)).length === 0;
    const now = moved(seen);
    const agree = same ? 'agree to a thousandth' : 'do not agree in this network';
    return `With a real cache, going by Z and going by A ${agree}. With the test’s, layer 1 reads ${listed(reads) || 'nothing'}, and ${listed(now.map(spoken)) || 'no gradient'} changed. If no forward pass wrote the cache, code that ignores the odd tensor passes and code that reads it fails: such a test cannot say which of them is right.`;
  },
};

export default lesson;
