import { gradientOf, named } from '../../model/names';
import { cellAt, type Origins, ofSum } from './scene';

/** How the sums of a dense layer come to a number that is not finite. */
export const ofDense: Origins<'dense'> = {
  forward(scene) {
    const { node, row, col, read } = scene;
    const [W, A_prev] = [named('W', node.layer), node.input].map(read);
    return ofSum('W A + b', scene, (k) => [cellAt(W!, row, k), cellAt(A_prev!, k, col)]);
  },
  backward: {
    weights(scene) {
      const { node, row, col, read } = scene;
      const [dZ, A_prev] = [gradientOf(node.output), node.input].map(read);
      return ofSum('dZ Aᵀ / m', scene, (k) => [cellAt(dZ!, row, k), cellAt(A_prev!, col, k)]);
    },
    bias(scene) {
      const dZ = scene.read(gradientOf(scene.node.output));
      return ofSum('the mean of dZ', scene, (k) => [cellAt(dZ, scene.row, k), 1]);
    },
    input(scene) {
      const { node, row, col, read } = scene;
      const [W, dZ] = [named('W', node.layer), gradientOf(node.output)].map(read);
      return ofSum('Wᵀ dZ', scene, (k) => [cellAt(W!, k, row), cellAt(dZ!, k, col)]);
    },
  },
};
