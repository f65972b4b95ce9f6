import { type Column, columnLabels } from '../../compare/plans/columns';
import { rowOf } from '../../compare/plans/frameworks';
import type { ActivationName } from '../../core/activations';
import type { Again, Exhibit, Lesson } from '../lesson';
import { network } from '../network';
import type { ChoiceQuestion, Option } from '../questions';

/** What the data's words for what is kept are, in ours. */
const kept: Readonly<Record<string, string>> = {
  input: 'Z',
  output: 'A',
  both: 'Z and A',
  mask: 'a mask, one bit or byte per cell',
  none: 'neither',
};

/** What a framework keeps for an activation, by the data. */
function keptBy(column: Column, activation: ActivationName): string | undefined {
  const row = rowOf(activation);
  return row && kept[row.saved[column]];
}

const noteOf = (column: Column, activation: ActivationName): string => {
  const notes = rowOf(activation)?.notes;
  const note = typeof notes === 'object' ? notes[column] : undefined;
  return note ? ` ${note[0]!.toUpperCase()}${note.slice(1)}.` : '';
};

const guesses = (column: Column, activation: ActivationName) => (): Option[] =>
  Object.values(kept).map((label) => {
    const is = keptBy(column, activation);
    return {
      id: label,
      label,
      holds: label === is,
      why: `${columnLabels[column].replace(',', '')} keeps ${is} for ${activation}.${noteOf(column, activation)}`,
    };
  });

/** A question about a framework and an activation. Its answer comes from the data, not from the record of a pass. */
const keeps = (column: Column, activation: ActivationName, of: string): ChoiceQuestion => ({
  kind: 'choice',
  isOfAny: true,
  ask: `What does ${of}?`,
  options: guesses(column, activation),
});

/** How a guess that was missed comes back: of another activation. */
const again = (column: Column, activation: ActivationName, of: string): Again => ({
  says: 'One like it.',
  asks: keeps(column, activation, of),
});

const shown = ['relu', 'leaky_relu', 'tanh', 'sigmoid', 'silu', 'gelu'] as const satisfies ActivationName[];
const columns = Object.keys(columnLabels) as Column[];

const rows = (): Exhibit => ({
  kind: 'table',
  caption: 'What real code keeps, as read in it or measured',
  head: ['', ...shown],
  rows: columns.map((column) => [
    columnLabels[column],
    ...shown.map((activation) => keptBy(column, activation)?.replace(/,.*/, '') ?? '–'),
  ]),
});

/** How many frameworks keep what for an activation: `6 keep A, 2 keep Z`. */
function tally(activation: ActivationName): string {
  const counts = new Map<string, number>();
  for (const column of columns) {
    const what = keptBy(column, activation)?.replace(/,.*/, '');
    if (what) counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  const parts = [...counts].sort((a, b) => b[1] - a[1]);
  return parts.map(([what, n]) => `${n} keep${n === 1 ? 's' : ''} ${what}`).join(', ');
}

const lesson: Lesson = {
  title: '“In the real world nobody builds this.” What do they keep?',
  settles: 'What PyTorch and other frameworks keep, activation by activation',
  minutes: 2,
  beats: [
    {
      says: 'The people who wrote PyTorch had to decide what this page asks: whether to keep Z or A for relu’s backward.',
      scene: {
        network: network([
          { units: 4, activation: 'relu', keep: 'A' },
          { units: 3, activation: 'silu' },
          { units: 1, activation: 'sigmoid', keep: 'A' },
        ]),
        at: { after: 'A1' },
        focus: { layer: 1 },
      },
      covers: 'caches',
      asks: keeps('pytorch', 'relu', 'PyTorch keep for relu'),
      again: again('pytorch', 'sigmoid', 'PyTorch keep for sigmoid'),
    },
    {
      says: 'A silu can give the same output for two z with different slopes.',
      scene: { at: { after: 'A2' }, focus: { layer: 2 } },
      covers: 'caches',
      asks: keeps('pytorch', 'silu', 'PyTorch keep for silu'),
      again: again('pytorch', 'mish', 'PyTorch keep for mish'),
    },
    {
      says: 'leaky_relu_ works in place: it writes A over Z, so Z is gone.',
      asks: keeps('pytorchInplace', 'leaky_relu', 'PyTorch keep for leaky_relu in place'),
      again: again('pytorch', 'leaky_relu', 'PyTorch keep for leaky_relu that is not in place'),
    },
    {
      says: () =>
        `TensorFlow keeps ${keptBy('tensorflow', 'relu')} for relu. TensorFlow.js comes from the same team.`,
      asks: keeps('tfjs', 'relu', 'TensorFlow.js keep for relu'),
      again: again('tfjs', 'tanh', 'TensorFlow.js keep for tanh'),
      reveals: rows,
    },
  ],
  truth: () =>
    `They decide differently, activation by activation. Of the ${columns.length} looked at: relu, ${tally('relu')}; leaky_relu, ${tally('leaky_relu')}; silu, ${tally('silu')}; tanh, ${tally('tanh')}. Compare draws each of them on your own network.`,
};

export default lesson;
