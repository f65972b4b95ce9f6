import { describe, expect, it } from 'vitest';
import { activationNames } from '../../../src/core/activations';
import { toRows } from '../../../src/core/math/matrix';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import { record } from '../../../src/core/pass/record';
import type { Trace } from '../../../src/core/pass/trace';
import { defineFormula } from '../../../src/state/choice/formulas';
import { covering } from '../../extent';
import { given, passOf, smooth } from '../../formats/exports/own-formulas';
import { python, runPython } from '../../formats/exports/python';
import { listingsOf, modelWith } from './listings';

/** Every listing of a pass, and what the chain of calls is to come to. */
function chainOf(trace: Trace) {
  const { model } = trace;
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

const passOfTwo = (...of: Parameters<typeof modelWith>): Trace => record(modelWith(...of));

/** What of these chains does not come to the gradients of the page, when their listings are pasted and run. */
function offIn(chains: Readonly<Record<string, ReturnType<typeof chainOf>>>): unknown {
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
  return JSON.parse(stdout);
}

describe.skipIf(!python)('the listings of a pass in NumPy, pasted one after another', () => {
  it('are the chain of calls: L_model_forward, compute_cost, L_model_backward come to the gradients of the page', () => {
    const kept = activationNames.flatMap((activation) =>
      keepRuleNames.map((keep) => [activation, keep] as const),
    );
    const float64 = { precision: 'float64' } as const;
    const chains = {
      ...Object.fromEntries(
        covering(kept, (row) => row).map(([activation, keep]) => [
          `${activation}, ${keep}`,
          chainOf(passOfTwo({ activation, keep }, float64)),
        ]),
      ),
      fused: chainOf(
        passOfTwo({ activation: 'sigmoid' }, { ...float64, loss: 'binary_cross_entropy', output: 'fused' }),
      ),
      stable: chainOf(passOfTwo({ activation: 'tanh', route: 'Z_stable' }, float64)),
    };
    expect(offIn(chains)).toEqual({});
  });

  it('has what somebody wrote in its place, with its slope', async () => {
    const chains: Record<string, ReturnType<typeof chainOf>> = {};
    for (const [i, own] of [...smooth.map((formula) => ({ formula })), ...given].entries()) {
      const keep = keepRuleNames[i % keepRuleNames.length]!;
      await defineFormula(own);
      const { layers, ...rest } = modelWith({ keep }, { precision: 'float64' });
      const written = layers.map((layer) => ({ ...layer, activation: 'my own', own }));
      const chain = chainOf(record({ ...rest, layers: written }));
      // A power of 30 of a power of 30 is beyond all numbers.
      if (!Object.values(chain.right).flat(2).every(Number.isFinite)) continue;
      chains[`${own.formula}, ${keep}`] = chain;
      for (const text of chain.listings) expect(text).not.toMatch(/my_own\(|my_own_slope/);
    }
    expect(offIn(chains)).toEqual({});
    expect(Object.keys(chains).length).toBeGreaterThan(40);
  });

  it('only names what jumps, of which other programs may have another slope', async () => {
    const { listings } = chainOf(await passOf({ formula: 'max(z, 0.1 * z)' }, 'float64', 'Z'));
    expect(listings.join('\n')).toContain('A = my_own(Z)  # my_own: g(z) = max(z, 0.1 * z)');
  });
});
