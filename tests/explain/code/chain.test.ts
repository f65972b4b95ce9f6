import { describe, expect, it } from 'vitest';
import { activationNames } from '../../../src/core/activations';
import { toRows } from '../../../src/core/math/matrix';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import type { Model } from '../../../src/core/model/model';
import { record } from '../../../src/core/pass/record';
import { python, runPython } from '../../formats/exports/python';
import { listingsOf, modelWith } from './listings';

/** Every listing of a pass, and what the chain of calls is to come to. */
function chainOf(model: Model) {
  const trace = record(model);
  const rows = (name: string) => toRows(trace.buffers.get(name)!);
  const names = ['dW1', 'db1', 'dW2', 'db2'];
  return {
    listings: listingsOf(trace, 'numpy'),
    X: rows('A0'),
    Y: rows('Y'),
    parameters: Object.fromEntries(Array.from(model.parameters.keys(), (name) => [name, rows(name)])),
    activations: model.layers.map(({ activation }) => activation),
    right: Object.fromEntries(names.map((name) => [name, rows(name)])),
  };
}

describe.skipIf(!python)('the listings of a pass in NumPy, pasted one after another', () => {
  it('are the chain of calls: L_model_forward, compute_cost, L_model_backward come to the gradients of the page', () => {
    const float64 = { precision: 'float64' } as const;
    const chains = {
      ...Object.fromEntries(
        activationNames.flatMap((activation) =>
          keepRuleNames.map((keep) => [
            `${activation}, ${keep}`,
            chainOf(modelWith({ activation, keep }, float64)),
          ]),
        ),
      ),
      fused: chainOf(
        modelWith({ activation: 'sigmoid' }, { ...float64, loss: 'binary_cross_entropy', output: 'fused' }),
      ),
      stable: chainOf(modelWith({ activation: 'tanh', route: 'Z_stable' }, float64)),
    };
    const { stdout, stderr } = runPython(`import json, math
import numpy as np
off = {}
for name, chain in json.loads(${JSON.stringify(JSON.stringify(chains))}).items():
    scope = {"np": np, "math": math}
    for listing in chain["listings"]:
        exec(listing, scope)
    X, Y = np.array(chain["X"]), np.array(chain["Y"])
    parameters = {key: np.array(rows) for key, rows in chain["parameters"].items()}
    A, caches = scope["L_model_forward"](X, parameters, chain["activations"])
    cost, loss_cache = scope["compute_cost"](A, Y)
    grads = scope["L_model_backward"](Y, caches, loss_cache, chain["activations"])
    for key, rows in chain["right"].items():
        right = np.array(rows)
        # hard_sigmoid's sixth is that of float32 on the page, 3e-8 of it off.
        if not np.allclose(grads[key], right, rtol=1e-7, atol=1e-7 * np.abs(right).max()):
            off[name + ": " + key] = [grads[key].tolist(), rows]
print(json.dumps(off))`);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({});
  });
});
