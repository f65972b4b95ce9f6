import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRules } from '../../../src/core/checks/rules';
import { keepRuleNames } from '../../../src/core/keep-rules';
import { map } from '../../../src/core/matrix';
import { withLayers } from '../../../src/core/model';
import { record } from '../../../src/core/record';
import { anyNetwork, keeping, modelFrom } from '../models';
import { inPrecision, withCell } from './shown';

const model = modelFrom({
  layers: [
    { activation: 'tanh', units: 4 },
    { activation: 'sigmoid', units: 1 },
  ],
});

describe('all keep rules', () => {
  it.each(keepRuleNames)('have one gradient where %s is kept', (keep) => {
    const { error, flaw } = compareRules(record(keeping(model, keep)));
    expect(flaw).toBeUndefined();
    expect(error).toBeLessThan(1e-15);
  });

  it('have one gradient in any network in float64', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        expect(compareRules(record(network)).flaw).toBeUndefined();
      }),
    );
  });

  it('have one in float32 too, where nothing saturates', () => {
    expect(compareRules(record(inPrecision(model, 'float32'))).flaw).toBeUndefined();
  });
});

describe('a pass that is not like the others', () => {
  it('is found at the first step that is off, by its worst cell', () => {
    const trace = record(model);
    const right = trace.buffers.get('dZ1')!.data[6]!;
    const once = withCell(trace, 'dW1', 0, (x) => x + 0.5);
    const { flaw, error } = compareRules(withCell(once, 'dZ1', 6, (x) => x - 0.25));
    expect(flaw).toEqual({ run: 'shown', tensor: 'dZ1', row: 1, col: 1, found: right - 0.25, right });
    expect(error).toBeCloseTo(0.5, 12);
  });

  it('is found where its caches were changed by hand on the way', () => {
    const trace = record(model, undefined, [{ tensor: 'Z1', row: 2, col: 3, value: 4 }]);
    expect(compareRules(trace).flaw).toMatchObject({ run: 'shown', tensor: 'dZ1', row: 2, col: 3 });
  });

  it('is found where it has NaN alone', () => {
    const { flaw, error } = compareRules(withCell(record(model), 'db1', 0, () => Number.NaN));
    expect(flaw).toMatchObject({ tensor: 'db1', row: 0, col: 0 });
    expect(error).toBeNaN();
  });
});

it('a keep rule that loses digits is named: A of a sigmoid of 18 in float32, which is 1, beside the stable form from Z', () => {
  const far = inPrecision(
    {
      ...withLayers(model, () => ({ route: 'Z_stable' as const })),
      parameters: new Map(
        Array.from(model.parameters, ([n, p]) => [n, map(p, (x) => (n === 'b2' ? 18 : x))]),
      ),
    },
    'float32',
  );
  const { flaw } = compareRules(record(far));
  expect(flaw).toMatchObject({ run: 'A', tensor: 'dZ2', found: 0 });
  expect(flaw!.right).not.toBe(0);
  expect(compareRules(record(keeping(far, 'A'))).flaw).toMatchObject({ run: 'shown', tensor: 'dZ2' });
});
