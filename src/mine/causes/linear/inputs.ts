import { activationOf } from '../../../core/activations';
import { cacheOf } from '../../../core/activations/cells';
import { zip } from '../../../core/math/matrix';
import { multiply } from '../../../core/math/multiply';
import { transposed } from '../../../core/math/view';
import { canFuse } from '../../../core/model/model';
import { named } from '../../../core/model/names';
import { fusedGradient } from '../../../core/operations/losses';
import type { Lookup } from '../../pass';
import { isOneShape } from '../../tensor';
import { around, say } from '../at';
import { cause } from '../cause';
import { dALine } from '../cost/lines';
import { fittedBy } from '../fit';

/** W the wrong way round on the way back. */
export const weightsNotTransposed = cause({
  at: ['input'],
  *tries(scene) {
    const { W, dZ } = around(scene);
    const { rows, cols } = scene.of(W);
    if (rows === cols && rows > 1) yield { way: (get) => multiply(get(W), get(dZ), 'float64') };
  },
  tell(scene) {
    const { W, dZ } = around(scene);
    return {
      title: `${say(W)} is not transposed in your ${say(scene.name)}.`,
      cells: `${say(W)} ${say(dZ)}`,
      why: `${say(W)} is square here, so that it fits both ways. Forward, row i of W gathers for unit i; backward, column j gathers what input j had a part in: Wᵀ.`,
      wrong: 'dA_prev = np.dot(W, dZ)',
      right: dALine,
    };
  },
});

/** W after its update. */
export const updatedWeights = cause({
  at: ['input'],
  *tries({ made, of, theirs, ...scene }) {
    const { W, dW, dZ } = around({ made, ...scene });
    const right = made.ways[0]!(of);
    if (!theirs || !isOneShape(theirs, right)) return;
    const left = zip(right, theirs, (x, y) => x - y);
    const moved = (get: Lookup) => multiply(transposed(get(dW)), get(dZ), 'float64');
    if (!isOneShape(of(dW), of(W))) return;
    for (const alpha of fittedBy(left, moved(of)))
      if (alpha > 0)
        yield {
          detail: alpha,
          way: (get) => {
            const updated = zip(get(W), get(dW), (w, d) => w - alpha * d);
            return multiply(transposed(updated), get(dZ), 'float64');
          },
        };
  },
  tell(scene, detail) {
    const { W, dW, dZ } = around(scene);
    return {
      title: `${say(W)} was updated before your ${say(scene.name)} was computed from it.`,
      cells: `(${say(W)} − ${detail} · ${say(dW)})ᵀ ${say(dZ)}`,
      why: `The way back needs the ${say(W)} that the way forward used. Compute all gradients first, then update.`,
      wrong: `W = W - ${detail} * dW\n${dALine}`,
      right: `${dALine}\nW = W - ${detail} * dW`,
    };
  },
});

/** How near two arrays are that were one, as a part of each number: they may have been saved with few digits. */
const SAME = 1e-6;

/** dA holds dZ: the array was changed in place. */
export const overwrittenByGradient = cause({
  at: ['input', 'cost_gradient'],
  *tries({ name, made, of, l, model, theirs }) {
    const below = made.part.step === 'cost_gradient' ? l : l - 1;
    const layer = model.layers[below - 1];
    const [Z, dZ] = [named('Z', below), named('dZ', below)];
    if (name !== named('dA', below) || !layer || layer.batch_norm || !theirs) return;
    // A − Y is dZ[L], which somebody may have written for dA[L] without going on from it.
    const isBoth =
      made.part.step !== 'cost_gradient' ||
      of(dZ).data.every((x: number, k: number) => Math.abs(x - theirs.data[k]!) <= SAME * Math.abs(x));
    const { backward } = activationOf(layer);
    if (!isBoth) return;
    yield { way: (get) => backward(cacheOf('Z', get(Z)), made.ways[0]!(get), layer.alpha, 'Z') };
    // At the output dZ is A − Y, which keeps the digits that 1/(1 − A) loses.
    if (made.part.step === 'cost_gradient' && canFuse(model))
      yield { way: (get) => fusedGradient(get(made.node.input), get('Y')) };
  },
  tell({ name }) {
    const dZ = say(name.replace('A', 'Z'));
    return {
      title: `Your ${say(name)} holds ${dZ}: the array was changed in place.`,
      cells: dZ,
      why: `dZ = dA makes no copy: both names stand for one array, and what is done to dZ is done to dA. Where ${say(name)} is needed again, it is gone.`,
      wrong: 'dZ = dA\ndZ[Z <= 0] = 0',
      right: 'dZ = np.array(dA, copy=True)\ndZ[Z <= 0] = 0',
    };
  },
});
