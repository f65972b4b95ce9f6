import { describe, expect, it } from 'vitest';
import { record } from '../../../src/core/pass/record';
import { numpySections, scriptOf } from '../../../src/formats/exports/numpy-script';
import { python } from './python';
import { normedInFloat32, regularised, regularisedModels, tellingIn } from './regularised';
import { runScripts } from './run-scripts';

const scriptFrom = (model: ReturnType<typeof regularised>): string =>
  scriptOf(numpySections(record(model), 'x')!).join('');

describe.skipIf(!python)('the NumPy script of batch norm and dropout', { timeout: 120_000 }, () => {
  it('holds under every rule, alone and together, with keep Z, A and none, and with checkpoints', () => {
    const models = Object.entries(regularisedModels());
    const outcomes = runScripts(
      Object.fromEntries(models.map(([name, model]) => [name, scriptFrom(model)])),
      { program: python },
    );
    for (const [name, { error }] of Object.entries(outcomes)) expect(error, name).toBe(undefined);
    expect(models.length).toBe(103);
  });

  it('notices any cell of a gradient of a parameter that is changed by 1% or in its sign', () => {
    const models = {
      norm: regularised({ norm: 'all', keep: 'A' }),
      dropout: regularised({ drop: 'mask', keep: 'A', precision: 'float32' }),
      both: regularised({ norm: 'input', drop: 'seed', keep: 'Z' }),
    };
    const scripts = Object.fromEntries(
      Object.entries(models).map(([name, model]) => [name, scriptFrom(model)]),
    );
    for (const [name, { error, tried, unnoticed }] of Object.entries(
      runScripts(scripts, { program: python, mutate: true }),
    )) {
      expect(error).toBe(undefined);
      // b moves nothing before batch norm: db is what rounding leaves there, and no number to be held to.
      const told = name === 'dropout' ? unnoticed : unnoticed.filter((cell) => !/^db\d/.test(cell));
      expect(told, name).toEqual([]);
      expect(tried).toBeGreaterThan(100);
    }
  });

  it('notices in float32, through three layers of batch norm, a change by 1% of a cell that is a twentieth of its gradient', () => {
    const models = normedInFloat32();
    const outcomes = runScripts(
      Object.fromEntries(Object.entries(models).map(([name, model]) => [name, scriptFrom(model)])),
      { program: python, mutate: true },
    );
    for (const [name, { error, tried, unnoticed }] of Object.entries(outcomes)) {
      expect(error, name).toBe(undefined);
      expect(tellingIn(unnoticed, models[name]!), name).toEqual([]);
      expect(tried).toBeGreaterThan(100);
    }
  });

  it('draws D again where only its seed is kept, and keeps it where the rule keeps the mask', () => {
    const seed = scriptFrom(regularised({ drop: 'seed', keep: 'Z' }));
    expect(seed.match(/^D1 = drawn\(-5, 1, /gm)).toHaveLength(2);
    expect(seed).not.toContain('dropout_cache');
    const mask = scriptFrom(regularised({ drop: 'mask', keep: 'Z' }));
    expect(mask).toContain('dropout_cache1 = D1');
    expect(mask).not.toContain('drawn(');
  });
});
