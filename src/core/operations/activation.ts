import { type ActivationSlot, activationOf, type Cost, cacheReadBy, cost } from '../activations';
import { keptSlots, type Layer } from '../model/model';
import { gradientOf, named, parseName } from '../model/names';
import { cellwise, columnOf, i_j } from './indices';
import { type Dependence, operation } from './operation';
import { routeTaken } from './route-taken';

const times = (each: Cost, cells: number) => cost(each.multiplications * cells, each.exponentials * cells);

/** Softmax works on columns: every cell of one depends on all of it, forward and backward. */
const dependence = (of: Layer): Dependence =>
  activationOf(of).mixesColumns ? { result: i_j, reads: () => columnOf } : cellwise;

/** A = g(Z), with batch norm g(Ztilde). */
export const activation = operation<ActivationSlot>()({
  cache: 'activation',
  slots: {
    Z: ({ input }) => input,
    A: ({ output }) => output,
    mask: ({ layer }) => named('mask', layer),
    slope: ({ layer }) => named('slope', layer),
  },
  g: activationOf,
  isIn: () => true,
  output: (l) => named('A', l),
  forward: {
    step: 'activation',
    result: ({ output }) => output,
    /** A, and what the layer's keep rule asks for. */
    run({ node, of, read, write, keep, keeps }) {
      const g = activationOf(of);
      const Z = read(node.input);
      write(node.output, g.forward(Z, of.alpha));
      if (!keeps) return;
      for (const slot of keptSlots(of)) {
        if (slot === 'mask' || slot === 'slope') write(named(slot, node.layer), g.derive(slot, Z, of.alpha)!);
        keep([slot]);
      }
    },
    /** A_ij = g(Z_ij). Where g has one slope everywhere, what is stored of it depends on nothing. */
    dependence: (written, _, of) =>
      parseName(written).kind === 'slope' && activationOf(of).routes(of.alpha).length === 0
        ? undefined
        : dependence(of),
    cost: ({ layer: l }, { layers }, { units, m }) =>
      times(activationOf(layers[l - 1]!).cost.g, units[l]! * m),
  },
  backward: [
    {
      step: 'activation',
      result: ({ input }) => gradientOf(input),
      /** dZ = dA ⊙ g′, with g′ by the route that the kept slots allow; for softmax its Jacobian times dA. */
      run({ node, of, read, slot, held, write, free }) {
        const dA = read(gradientOf(node.output));
        const cache = cacheReadBy(held, slot);
        write(gradientOf(node.input), activationOf(of).backward(cache, dA, of.alpha, of.route));
        free();
      },
      /** dZ_ij = dA_ij g′_ij, by whatever slot. */
      dependence: (_, __, of) => dependence(of),
      cost(step, { layers }, { units, m }) {
        const of = layers[step.layer - 1]!;
        const route = routeTaken(step, { layers });
        return times((route && activationOf(of).cost[route]) ?? cost(0, 0), units[step.layer]! * m);
      },
    },
  ],
});
