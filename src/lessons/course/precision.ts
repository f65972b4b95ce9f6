import { cell } from '../../core/math/matrix';
import type { RouteName } from '../../core/model/model';
import { record } from '../../core/pass/record';
import { outputCell } from '../../core/precision/at-output';
import { inWords } from '../../explain/numbers';
import type { Exhibit, Lesson } from '../lesson';
import { changeLayer, network } from '../network';
import type { Option } from '../questions';
import type { Seen } from '../seen';

/** One hidden sigmoid, driven to z = 18 in the first example. */
const driven = network(
  [
    { units: 1, activation: 'sigmoid', keep: 'A' },
    { units: 1, activation: 'sigmoid' },
  ],
  {
    data: {
      name: 'driven to 18',
      X: [[18, 1, -1, 0.5]],
      Y: [[0, 1, 0, 1]],
      parameters: { W1: [[1]], b1: [[0]], W2: [[1]], b2: [[0]] },
    },
  },
);

const ways = {
  A: { label: 'from A', says: 'a(1 − a), with the a that was stored' },
  Z: { label: 'from Z, as the course writes it', says: 's(1 − s), with s worked out again and rounded' },
  Z_stable: { label: 'from Z, by the stable form', says: 'e/(1 + e)², which subtracts nothing' },
} as const satisfies Record<RouteName, unknown>;

const routes = Object.keys(ways) as RouteName[];

/** dZ[1] of the first example by a route, in the network as it is. */
function dZ1({ trace }: Seen, route: RouteName): number {
  const run = record(changeLayer(trace.model, 1, { keep: 'ZA', route }));
  return cell(run.buffers.get('dZ1')!, 0, 0);
}

const survivors = (seen: Seen): Option[] =>
  routes.map((route) => {
    const value = dZ1(seen, route);
    return {
      id: route,
      label: ways[route].label,
      holds: value !== 0,
      why: `dZ[1] (1, 1) comes to ${inWords(value)}.`,
    };
  });

const Z_AT_OUTPUT = 15;

/** By which part of the true dZ a route may be off at the output and count as exact: a thousandth. */
const EXACT = 1e-3;

const atOutput = (): Option[] => {
  const { byRoute, exact } = outputCell('sigmoid', 'binary_cross_entropy', Z_AT_OUTPUT, 0);
  return byRoute.map(({ route, dZ }) => ({
    id: route,
    label: ways[route as RouteName].label,
    holds: Math.abs(dZ - exact.dZ) <= EXACT * Math.abs(exact.dZ),
    why: `it gives ${inWords(dZ)}, where float64 has ${inWords(exact.dZ)}.`,
  }));
};

const slopes = (seen: Seen): Exhibit => ({
  kind: 'table',
  caption: 'dZ[1] in the first example',
  head: ['way', 'what it does', 'dZ[1] (1, 1)'],
  rows: routes.map((route) => [ways[route].label, ways[route].says, inWords(dZ1(seen, route))]),
});

const lesson: Lesson = {
  title: '“The same number either way?”',
  settles: 'Where float32 loses the slope, by which route, and when that helps',
  minutes: 3,
  beats: [
    {
      says: 'On paper, A and Z give the same slope. But a float32 has only 24 binary digits. Layer 1 is a sigmoid, and its first example is driven to z = 18.',
      scene: { network: driven, at: { after: 'A1' }, focus: { layer: 1 } },
      asks: {
        kind: 'number',
        ask: 'How much is 1 − A[1] in the first example, with A[1] as float32 stores it?',
        right: ({ trace }) => 1 - cell(trace.buffers.get('A1')!, 0, 0),
        near: 0.01,
        why({ trace }) {
          const [a, z] = ['A1', 'Z1'].map((name) => cell(trace.buffers.get(name)!, 0, 0));
          const left = inWords(1 / (1 + Math.exp(z!)));
          return `The stored A is ${a}. In truth 1 − σ(${inWords(z!)}) is ${left}${a === 1 ? ', less than half of float32’s smallest step below 1' : ''}.`;
        },
      },
    },
    {
      says: 'dA[1] has come back, and it is not 0. dZ[1] is dA[1] times the slope.',
      scene: { at: { before: 'dZ1' }, focus: { layer: 1 } },
      asks: {
        kind: 'choice',
        many: true,
        ask: 'Which ways to the slope give a dZ[1] in the first example that is not 0?',
        options: survivors,
      },
      reveals: slopes,
      plays: { after: 'dZ1' },
    },
    {
      says: `So is the stable form always the better one? At the output dA is 1/(1 − A), with the A that was rounded. Take z = ${Z_AT_OUTPUT} and a label of 0.`,
      scene: { focus: { layer: 2 } },
      asks: {
        kind: 'choice',
        many: true,
        isOfAny: true,
        ask: 'Which ways get the output’s dZ right to a thousandth?',
        options: atOutput,
      },
    },
  ],
  truth(seen) {
    const hidden = routes.map((route) => `${inWords(dZ1(seen, route))} ${ways[route].label}`).join('; ');
    const { byRoute, exact } = outputCell('sigmoid', 'binary_cross_entropy', Z_AT_OUTPUT, 0);
    const out = byRoute.map(({ route, dZ }) => `${inWords(dZ)} ${ways[route as RouteName].label}`).join('; ');
    return `In the hidden layer dZ[1] (1, 1) comes to ${hidden}. At the output, for z = ${Z_AT_OUTPUT}, dZ comes to ${out}; float64 has ${inWords(exact.dZ)}. The rounding of A in 1/(1 − A) is cancelled by the same rounding in the slope, and by no other.`;
  },
};

export default lesson;
