import { sentenceOf, shownInterval } from '../../compare/times/words';
import { withLayers } from '../../core/model/model';
import { named } from '../../core/model/names';
import { backwardCost } from '../../core/pass/cost';
import { record } from '../../core/pass/record';
import type { Trace } from '../../core/pass/trace';
import { listed } from '../../explain/phrases';
import { shapeIn } from '../figures';
import type { Lesson } from '../lesson';
import { network } from '../network';
import { type Measures, type Option, sizeKey } from '../questions';
import type { Seen } from '../seen';

const tanhs = network(
  [
    { units: 4, activation: 'tanh' },
    { units: 4, activation: 'tanh' },
    { units: 1, activation: 'tanh' },
  ],
  { loss: 'mean_squared_error' },
);

const measures = (units: number): Measures => ({
  rules: ['Z', 'A'],
  activation: 'tanh',
  size: { layers: 3, units, m: units },
});

const small = measures(16);
const large = measures(256);

const wayBack = ({ model }: Trace, keep: 'Z' | 'A') => {
  const kept = withLayers(model, () => ({ keep, route: undefined }));
  return backwardCost(kept, record(kept).steps);
};

const sentence = (of: Measures, what: 'pass' | 'activations', { measured = {} }: Seen): string => {
  const paired = measured[sizeKey(of)];
  return paired
    ? sentenceOf(what, paired.ratio[what], of.activation, ['keep Z', 'keep A'])
    : 'It was not measured here.';
};

/** What can be expected of keep Z's time as a multiple of keep A's; nothing holds as long as nothing was measured. */
const outcomes =
  (of: Measures, what: 'pass' | 'activations') =>
  (seen: Seen): Option[] => {
    const paired = seen.measured?.[sizeKey(of)];
    const shown = paired && shownInterval(paired.ratio[what]);
    const why = sentence(of, what, seen);
    return [
      { id: 'faster', label: 'keep A is faster', holds: shown !== undefined && shown.low > 1, why },
      {
        id: 'same',
        label: 'no difference beyond noise',
        holds: shown !== undefined && shown.low <= 1 && shown.high >= 1,
        why,
      },
      { id: 'slower', label: 'keep A is slower', holds: shown !== undefined && shown.high < 1, why },
    ];
  };

const lesson: Lesson = {
  title: '“Slightly faster if we cache A directly.”',
  settles: 'How much time keeping A saves, measured on your machine',
  minutes: 3,
  beats: [
    {
      says: 'A network with nothing but tanh. From Z, each backward has to work A out again; from A, it does not.',
      scene: { network: tanhs, at: 'end' },
      asks: {
        kind: 'number',
        ask: ({ trace }) => {
          const shapes = trace.model.layers.map((_, i) => shapeIn(trace, named('Z', i + 1)));
          return `The layers have ${listed(shapes)} cells. How many exponentials does the way back take?`;
        },
        right: ({ trace }) => backwardCost(trace.model, trace.steps).exponentials,
        why: ({ trace }) => `If every layer kept A, it would be ${wayBack(trace, 'A').exponentials}.`,
      },
    },
    {
      says: (seen) => {
        const { multiplications } = wayBack(seen.trace, 'A');
        return `Keeping A saves those. But the way back also takes ${multiplications} multiplications, and in wide layers those grow faster: with n² m against n m. First we time the activations alone, in three layers of 16 units with 16 examples.`;
      },
      asks: {
        kind: 'choice',
        ask: 'The activations’ part of the way back, on this machine: what do you expect?',
        options: outcomes(small, 'activations'),
        measures: small,
      },
    },
    {
      says: 'Now a whole pass, forward and back, of three layers of 256 units with 256 examples. The products dwarf the exponentials.',
      asks: {
        kind: 'choice',
        ask: 'The whole pass, on this machine: what do you expect?',
        options: outcomes(large, 'pass'),
        measures: large,
      },
    },
  ],
  truth(seen) {
    const [z, a] = [wayBack(seen.trace, 'Z'), wayBack(seen.trace, 'A')];
    const shares = `Keeping A takes ${a.exponentials} exponentials on the way back in place of ${z.exponentials}.`;
    return `${shares} Small layers: ${sentence(small, 'activations', seen)} Large layers: ${sentence(large, 'pass', seen)} The memory it frees is the better reason.`;
  },
};

export default lesson;
