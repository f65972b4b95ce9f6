import { difference } from '../../compare/summary';
import { gradientErrors } from '../../core/checks/gradient-errors';
import { largest } from '../../core/math/extremes';
import { absolute, largestMagnitude, type Matrix } from '../../core/math/matrix';
import { keptSlots } from '../../core/model/model';
import { spoken } from '../../core/model/names';
import { record } from '../../core/pass/record';
import type { Trace } from '../../core/pass/trace';
import { inWords } from '../../explain/numbers';
import { listed } from '../../explain/phrases';
import { costOfMaking } from '../figures';
import type { Exhibit, Lesson } from '../lesson';
import { changeLayer, courseNetwork } from '../network';
import type { Option } from '../questions';
import type { Seen } from '../seen';
import { readsIn, turnMaking } from '../turn';

/** The same pass with Z kept in layer 2, to hold against. */
const withZ = ({ model }: Trace): Trace => record(changeLayer(model, 2, { keep: 'Z', route: undefined }));

const dWs = ({ trace }: Seen) => {
  const [now, before] = [trace.buffers.get('dW2')!, withZ(trace).buffers.get('dW2')!];
  const off: Matrix = difference(now, before);
  return { now, before, off, most: largest(absolute(off).data) };
};

const sameness = (seen: Seen): Option[] => {
  const { most, before } = dWs(seen);
  const isSame = gradientErrors(seen.trace, withZ(seen.trace)).find(
    ({ gradient }) => gradient === 'dW2',
  )!.same;
  const share = inWords(most / (largestMagnitude(before) || 1));
  const why =
    most === 0
      ? 'Every bit of every cell agrees.'
      : isSame
        ? `The largest difference is ${share} of the largest cell: that is rounding.`
        : `The largest difference is ${share} of the largest cell, more than rounding.`;
  return [
    { id: 'bits', label: 'the same, bit for bit', holds: most === 0, why },
    { id: 'rounding', label: 'the same but for rounding', holds: most !== 0 && isSame, why },
    { id: 'other', label: 'a different gradient', holds: most !== 0 && !isSame, why },
  ];
};

const sideBySide = (seen: Seen): Exhibit => {
  const { now, before, off } = dWs(seen);
  return {
    kind: 'matrices',
    caption: 'dW[2], cell by cell',
    items: [
      { label: 'as kept now', matrix: now },
      { label: 'Z kept', matrix: before },
      { label: 'difference', matrix: off },
    ],
  };
};

const lesson: Lesson = {
  title: '“We only need A for sigmoid and tanh.”',
  settles: 'What tanh reads where A is kept, and whether the gradient is the same',
  minutes: 2,
  beats: [
    {
      says: 'The slope of tanh is 1 − A². If that is all it takes, layer 2 can keep A[2] and forget Z[2].',
      scene: { network: courseNetwork, at: { after: 'A2' }, focus: { layer: 2 } },
      waits: {
        to: 'On its card, have layer 2 keep A instead of Z.',
        done: ({ trace }) => {
          const kept = keptSlots(trace.model.layers[1]!);
          return kept.includes('A') && !kept.includes('Z');
        },
        help: { network: (network) => changeLayer(network, 2, { keep: 'A', route: undefined }) },
      },
    },
    {
      says: 'On the way back, dA[2] has arrived.',
      scene: { at: { before: 'dZ2' }, focus: { layer: 2 } },
      asks: { kind: 'reads', makes: 'dZ2' },
    },
    {
      says: 'This time dZ[2] was made from what layer 2 keeps now, and dW[2] from dZ[2].',
      scene: { at: { after: 'dW2' }, focus: { layer: 2 } },
      asks: {
        kind: 'choice',
        ask: 'How does dW[2] compare with the one that keeping Z gives?',
        options: sameness,
      },
      reveals: sideBySide,
    },
  ],
  truth(seen) {
    const { trace } = seen;
    const read = readsIn(trace, turnMaking(trace, 'dZ2')).map(({ buffer }) => buffer);
    const [now, before] = [trace, withZ(trace)].map((of) => costOfMaking(of, 'dZ2').exponentials);
    const finding = sameness(seen).find(({ holds }) => holds)!;
    const zIsRead = read.includes('Z2');
    return `Layer 2’s backward read ${listed(read.map(spoken)) || 'nothing'} and took ${now} exponentials; with Z it would take ${before}. dW[2] is ${finding.label}. ${finding.why} Z[2] was ${zIsRead ? 'needed' : 'not needed'}.`;
  },
};

export default lesson;
