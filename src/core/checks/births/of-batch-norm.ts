import { gradientOf, named, parseName } from '../../model/names';
import { beyond, beyondOrNone, cellAt, inShort, type Origin, type Origins, ofSum, type Scene } from './scene';

/** In what the way forward writes. */
function ofForward(scene: Scene): Origin {
  const { of, tensor, row, value, trace } = scene;
  const { kind, layer } = parseName(tensor);
  const isStill = trace.buffers.get(named('inv_std', layer))?.data[row] === Infinity;
  const still = `${of.batch_norm!.epsilon === 0 ? 'ε' : 'σ² + ε'} is 0, and Z is the same in all examples`;
  if (kind === 'inv_std' && value === Infinity) return { what: '1 / 0 in 1/√(σ² + ε)', why: still };
  if (kind === 'Znorm' && isStill) return { what: '0 · ∞ in (Z − μ)/σ', why: still };
  const what = { mean: 'μ, the mean of Z', Znorm: '(Z − μ)/σ', Ztilde: 'γ Znorm + β' }[kind as string];
  return { what: what ?? 'σ', why: beyondOrNone(scene) };
}

/** How batch norm comes to a number that is not finite. */
export const ofBatchNorm: Origins<'batch_norm'> = {
  forward: ofForward,
  backward: {
    gamma: (scene) => ({ what: 'the mean of dZtilde Znorm', why: beyondOrNone(scene) }),
    beta: (scene) =>
      ofSum('the mean of dZtilde', scene, (k) => [
        cellAt(scene.read(gradientOf(scene.node.output)), scene.row, k),
        1,
      ]),
    normalised(scene) {
      const { node, read, row, col } = scene;
      const [gamma, d] = [named('gamma', node.layer), gradientOf(node.output)].map(read);
      const what = `${inShort(cellAt(gamma!, row, 0)!)} · ${inShort(cellAt(d!, row, col)!)}`;
      return { what, why: Number.isNaN(scene.value) ? 'in γ dZtilde' : beyond(scene) };
    },
    batch_norm: (scene) => ({ what: 'what comes back through μ and σ', why: beyondOrNone(scene) }),
  },
};
