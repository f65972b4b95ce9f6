import { describe, expect, it } from 'vitest';
import { batchNormRuleNames } from '../../../src/core/model/regularisation';
import { record } from '../../../src/core/pass/record';
import { codeOf, languages } from '../../../src/explain/code';
import { covering } from '../../extent';
import { python, runPython } from '../../formats/exports/python';
import { regularised, regularisedModels } from '../../formats/exports/regularised';
import { listingsOf, textOf } from './listings';

/** Every two rules beside each other, or all networks of all of them in `npm run test:all`. */
const tried = covering(Object.entries(regularisedModels()), ([name]) => {
  const rules = name.split(' ').map((rule, i) => `${i} ${rule}`);
  return rules.flatMap((a, i) => rules.slice(i + 1).map((b) => `${a}, ${b}`));
});

describe.each(languages)('every step of batch norm and dropout in %s', (language) => {
  it('has one line that runs, and in NumPy the list of caches that it is called for', () => {
    for (const [name, model] of tried) {
      const trace = record(model);
      for (const step of trace.steps) {
        const lines = codeOf(step, trace, language);
        const text = `${name}, step ${step.index}, ${step.phase} ${step.op}: ${textOf(lines)}`;
        expect(lines.filter(({ running }) => running).length, text).toBe(1);
        expect(text).not.toContain('undefined');
        if (language === 'numpy' && step.op !== 'cost')
          expect(lines.filter(({ entry }) => entry).length, text).toBe(1);
      }
    }
  });
});

describe.skipIf(!python)('the listings of batch norm in NumPy, pasted', () => {
  it('give the slopes that central differences have, under every rule', () => {
    const chains = Object.fromEntries(
      batchNormRuleNames.flatMap((norm) =>
        (['Z', 'none'] as const).map((keep) => {
          const model = regularised({ norm, keep });
          const chain = listingsOf(record(model), 'numpy');
          return [`${norm} ${keep}`, chain];
        }),
      ),
    );
    const { stdout, stderr } = runPython(`import json
import numpy as np
off = []
for name, chain in json.loads(${JSON.stringify(JSON.stringify(chains))}).items():
    scope = {"np": np}
    for listing in chain:
        for function in ("batch_norm_forward", "batch_norm_backward"):
            if f"def {function}" in listing:
                exec(listing, scope)
    random = np.random.default_rng(1)
    Z, above = random.normal(size=(3, 5)), random.normal(size=(3, 5))
    gamma, beta = random.normal(size=(3, 1)), random.normal(size=(3, 1))
    _, cache = scope["batch_norm_forward"](Z, gamma, beta)
    dZ, dgamma, dbeta = scope["batch_norm_backward"](above, cache)
    def total(Z=Z, gamma=gamma, beta=beta):
        return np.sum(scope["batch_norm_forward"](Z, gamma, beta)[0] * above)
    def slopes(x, f):
        out, h = np.zeros_like(x), 1e-6
        for i in np.ndindex(x.shape):
            up, down = x.copy(), x.copy()
            up[i] += h
            down[i] -= h
            out[i] = (f(up) - f(down)) / (2 * h)
        return out
    for right, found in [(slopes(Z, lambda x: total(Z=x)), dZ), (slopes(gamma, lambda x: total(gamma=x)) / 5, dgamma),
                         (slopes(beta, lambda x: total(beta=x)) / 5, dbeta)]:
        if not np.abs(right - found).max() <= 1e-7 * np.abs(right).max():
            off.append([name, right.tolist(), found.tolist()])
print(json.dumps(off))`);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([]);
  });
});
