import { keepRuleNames, keepRules } from '../../core/model/keep-rules';
import { cachedBytes } from '../../core/model/model';
import { cacheOf } from '../../explain/phrases';
import { bytesOfRule, holdersOf, inBytes, savesIn, shapeIn } from '../figures';
import type { Exhibit, Lesson } from '../lesson';
import { changeLayer, courseNetwork } from '../network';
import type { Option } from '../questions';
import type { Seen } from '../seen';

const ruleCosts = ({ trace }: Seen): Exhibit => ({
  kind: 'table',
  caption: 'What layer 1’s rule costs after the forward pass',
  head: ['keeps', 'what that is', 'bytes'],
  rows: keepRuleNames.map((rule) => [rule, keepRules[rule].says, String(bytesOfRule(trace.model, 1, rule))]),
});

/** Who holds A[1] besides layer 1's own activation_cache. */
const otherHolders = ({ trace }: Seen): Option[] => {
  const saves = savesIn(trace.steps).filter(({ buffer }) => buffer === 'A1');
  const held = (layer: number, cache: string) => saves.find((s) => s.layer === layer && s.cache === cache);
  const last = trace.model.layers.length;
  const options = (
    [
      [2, 'linear', 'layer 2’s linear_cache'],
      [2, 'activation', 'layer 2’s activation_cache'],
      [last, 'loss', 'the loss'],
    ] as const
  ).map(([layer, cache, label]): Option => {
    const save = held(layer, cache);
    const why = save
      ? `it is its ${save.slot}, the same buffer under another name.`
      : 'it holds something else.';
    return { id: `${layer}.${cache}`, label, holds: save !== undefined, why };
  });
  const nobody = options.every(({ holds }) => !holds);
  return [
    ...options,
    {
      id: 'nobody',
      label: 'nobody',
      holds: nobody,
      why: nobody ? 'no other cache refers to it.' : 'another cache refers to the same buffer.',
    },
  ];
};

const lesson: Lesson = {
  title: '“Caching both just costs a bit of memory.”',
  settles: 'What Z, A and both cost in bytes, and who holds A anyway',
  minutes: 3,
  beats: [
    {
      says: 'Layer 1 keeps Z[1], as in the course.',
      scene: { network: courseNetwork, at: { after: 'A1' }, focus: { layer: 1, lane: 'cache' } },
      asks: {
        kind: 'number',
        ask: ({ trace }) =>
          `Z[1] is ${shapeIn(trace, 'Z1')}, in ${trace.model.precision}, ${trace.model.precision === 'float32' ? 4 : 8} bytes each. How many bytes does it take?`,
        unit: 'bytes',
        right: ({ trace }) => cachedBytes('Z1', trace.model),
        why: ({ trace }) =>
          `One number for each cell of Z[1], ${trace.buffers.get('Z1')!.data.length} of them.`,
      },
    },
    {
      says: 'Now layer 1 keeps A instead of Z. A[1] is just as large.',
      scene: {
        network: changeLayer(courseNetwork, 1, { keep: 'A' }),
        at: { after: 'Z2' },
        focus: { tensor: 'A1' },
      },
      asks: {
        kind: 'number',
        ask: ({ trace }) =>
          `Layer 1 keeps ${trace.model.layers[0]!.keep}. How many bytes more does the whole pass hold than if it kept nothing?`,
        unit: 'bytes',
        right: ({ trace }) => bytesOfRule(trace.model, 1, trace.model.layers[0]!.keep),
        why: () => 'Buffers count, not names: to hold what somebody else holds anyway costs nothing.',
      },
    },
    {
      says: 'So somebody else holds A[1].',
      scene: { at: { after: 'Z2' }, focus: { tensor: 'A1' } },
      asks: {
        kind: 'choice',
        many: true,
        ask: 'Who holds A[1] besides layer 1’s activation_cache?',
        options: otherHolders,
      },
    },
    {
      says: 'And what if layer 1 keeps both, Z and A?',
      scene: {
        network: changeLayer(courseNetwork, 1, { keep: 'ZA' }),
        at: { after: 'Z2' },
        focus: { layer: 1, lane: 'cache' },
      },
      asks: {
        kind: 'number',
        ask: 'How many bytes does keeping both cost in layer 1, compared with keeping nothing?',
        unit: 'bytes',
        right: ({ trace }) => bytesOfRule(trace.model, 1, 'ZA'),
        why: () => 'Both cost what Z costs; A is free on top.',
      },
      reveals: ruleCosts,
    },
  ],
  truth({ trace }) {
    const [z, a, both] = (['Z', 'A', 'ZA'] as const).map((rule) => bytesOfRule(trace.model, 1, rule));
    const others = savesIn(trace.steps).find(
      ({ buffer, layer, cache }) => buffer === 'A1' && !(layer === 1 && cache === 'activation'),
    );
    const slots = holdersOf(trace, 'A1').length;
    return `In layer 1 keeping Z costs ${inBytes(z!)}, keeping A ${inBytes(a!)}, keeping both ${inBytes(both!)}. ${
      others
        ? `A[1] stands in ${slots} slot${slots === 1 ? '' : 's'}, one of them ${cacheOf(others)} as ${others.slot}: one buffer.`
        : 'Nobody else holds A[1] here.'
    }`;
  },
};

export default lesson;
