import { isFused } from '../../core/model/model';
import { named, spoken } from '../../core/model/names';
import { unreadSaves } from '../../core/pass/frames/unread';
import { record } from '../../core/pass/record';
import { slotKey, type Trace } from '../../core/pass/trace';
import { cacheOf, listed } from '../../explain/phrases';
import { savesIn } from '../figures';
import type { Exhibit, Lesson } from '../lesson';
import { network } from '../network';
import type { Option } from '../questions';
import type { Seen } from '../seen';
import { readsIn, turnMaking } from '../turn';

const twoLayers = network([
  { units: 3, activation: 'relu' },
  { units: 1, activation: 'sigmoid' },
]);

/** A sigmoid driven so far that float32 stores exactly 1, against a label of 0. */
const saturated = network([{ units: 1, activation: 'sigmoid' }], {
  data: {
    name: 'saturated',
    X: [[40, 1, -2, 0.5]],
    Y: [[0, 1, 0, 1]],
    parameters: { W1: [[1]], b1: [[0]] },
  },
});

const last = ({ model }: Trace): number => model.layers.length;

/** Slots of the last layer, and whether no step reads them. */
const neverRead = ({ trace }: Seen): Option[] => {
  const unread = new Set(unreadSaves(trace).map(slotKey));
  return savesIn(trace.steps)
    .filter(({ layer }) => layer === last(trace))
    .map((save): Option => {
      const holds = unread.has(slotKey(save));
      return {
        id: slotKey(save),
        label: `${spoken(save.buffer)} in ${cacheOf(save)}`,
        holds,
        why: holds ? 'no step of this pass reads it.' : 'a step reads it.',
      };
    });
};

/** Cells of the output's dZ that are no finite number, by either way of beginning. */
function brokenCells({ model }: Trace, output: 'two_steps' | 'fused'): number {
  const { buffers } = record({ ...model, output });
  return Array.from(buffers.get(named('dZ', model.layers.length))!.data).filter((x) => !Number.isFinite(x))
    .length;
}

const bothWays = ({ trace }: Seen): Exhibit => {
  const of = (output: 'two_steps' | 'fused') =>
    record({ ...trace.model, output }).buffers.get(named('dZ', last(trace)))!;
  return {
    kind: 'matrices',
    caption: `dZ[${last(trace)}] by both ways`,
    items: [
      { label: 'dA ⊙ g′, two steps', matrix: of('two_steps') },
      { label: 'A − Y at once', matrix: of('fused') },
    ],
  };
};

const lesson: Lesson = {
  title: '“dZ2 = A2 − Y: where did Z2 go?”',
  settles: 'What the output reads in one step and in two, and which of them breaks',
  minutes: 3,
  yours:
    'Which of the two ways does your own code take, and is it right? Every array that it computes can be checked here.',
  beats: [
    {
      says: 'The way back begins in two steps here: first dA[2] from the loss, then dZ[2] by the sigmoid’s backward.',
      scene: { network: twoLayers, at: { before: 'dZ2' }, focus: { layer: 2 } },
      asks: { kind: 'reads', makes: 'dZ2' },
    },
    {
      says: 'For a sigmoid under binary cross entropy both steps together come to A − Y. That is the course’s dZ2 = A2 − Y.',
      scene: { at: { after: 'cost' }, focus: { layer: 2 } },
      waits: {
        to: 'Choose “dZ at once”: “Edit the network” has it beside the loss.',
        done: ({ trace }) => isFused(trace.model),
        help: { network: (net) => ({ ...net, output: 'fused' }) },
      },
    },
    {
      says: 'The cost is known, and now one step makes dZ[2].',
      scene: { at: { before: 'dZ2' }, focus: { layer: 2 } },
      asks: { kind: 'reads', makes: 'dZ2' },
    },
    {
      says: 'Layer 2 has kept the same things as before.',
      scene: { at: { after: 'dZ2' }, focus: { layer: 2, lane: 'cache' } },
      asks: {
        kind: 'choice',
        many: true,
        ask: 'Which slots will no step of this pass ever read?',
        options: neverRead,
      },
      plays: 'end',
    },
    {
      says: 'One more reason to do it at once. This sigmoid is driven to z = 40, where float32 stores A as exactly 1. Its label is 0, so dA is 1/(1 − A).',
      scene: { network: saturated, at: 'end', focus: { layer: 1 } },
      asks: {
        kind: 'number',
        ask: 'In two steps, how many cells of the output’s dZ are no longer a finite number?',
        unit: 'cells',
        right: ({ trace }) => brokenCells(trace, 'two_steps'),
        why: ({ trace }) =>
          brokenCells(trace, 'two_steps') > 0
            ? 'Where A is exactly 1 and Y is 0, 1/(1 − A) is ∞ and the slope is 0: ∞ · 0 is NaN.'
            : 'Nothing is driven that far here.',
      },
      reveals: bothWays,
    },
  ],
  truth(seen) {
    const { trace } = seen;
    const L = last(trace);
    const reads = (output: 'two_steps' | 'fused') => {
      const run = record({ ...trace.model, output });
      return (
        listed(
          readsIn(run, turnMaking(run, named('dZ', L))).map((e) => `${spoken(e.buffer)} from ${cacheOf(e)}`),
        ) || 'nothing'
      );
    };
    const [two, one] = [brokenCells(trace, 'two_steps'), brokenCells(trace, 'fused')];
    return `In two steps dZ[${L}] reads ${reads('two_steps')}; at once it reads ${reads('fused')}, and Z[${L}] was kept for nothing. Cells of dZ[${L}] that are not finite: ${two} in two steps, ${one} at once. At once, nothing is divided by 1 − A.`;
  },
};

export default lesson;
