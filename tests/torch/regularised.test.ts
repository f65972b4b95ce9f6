import { describe, expect, it } from 'vitest';
import { pythonWith } from '../../scripts/python/find';
import { record } from '../../src/core/pass/record';
import { torchScript } from '../../src/formats/exports/torch/script';
import { normedInFloat32, regularised, regularisedModels, tellingIn } from '../formats/exports/regularised';
import { runScripts } from '../formats/exports/run-scripts';

const scriptsOf = (models: Readonly<Record<string, ReturnType<typeof regularised>>>) =>
  Object.fromEntries(
    Object.entries(models).map(([name, model]) => [name, torchScript(record(model), 'x')!.join('')]),
  );

describe('the PyTorch script of batch norm and dropout, under PyTorch', () => {
  it('holds under every rule, alone and together, in both precisions, and with output and loss at once', () => {
    // What the page keeps changes nothing of what PyTorch runs: of the checkpoints each precision once is enough.
    const models = Object.fromEntries(
      Object.entries(regularisedModels()).filter(([name]) => !/ none| A /.test(name)),
    );
    const outcomes = runScripts(scriptsOf(models), { program: pythonWith('torch') });
    for (const [name, { error }] of Object.entries(outcomes)) expect(error, name).toBe(undefined);
    expect(Object.keys(outcomes).length).toBeGreaterThan(30);
  });

  it('saves Z, gamma, mean and 1/sigma for batch norm, and D for dropout', () => {
    const [name, model] = ['both', regularised({ norm: 'input', drop: 'mask', keep: 'A' })];
    const { saved, error } = runScripts(scriptsOf({ [name]: model }), { program: pythonWith('torch') })[
      name
    ]!;
    expect(error).toBe(undefined);
    expect(saved['batch norm, layer 1']!.toSorted()).toEqual([
      'Z1',
      'another array',
      'another array',
      'gamma1',
    ]);
    expect(saved['dropout, layer 1']).toEqual(['D1']);
  });

  it('notices any cell of a gradient of a parameter that is changed by 1% or in its sign', () => {
    const models = { both: regularised({ norm: 'normalised', drop: 'seed', keep: 'Z' }) };
    const { both } = runScripts(scriptsOf(models), { program: pythonWith('torch'), mutate: true });
    expect(both!.error).toBe(undefined);
    // b moves nothing before batch norm: db is what rounding leaves there, and no number to be held to.
    expect(both!.unnoticed.filter((cell) => !/^db\d/.test(cell))).toEqual([]);
    expect(both!.tried).toBeGreaterThan(100);
  });

  it('notices in float32, through three layers of batch norm, a change by 1% of a cell that is a twentieth of its gradient', () => {
    const models = normedInFloat32();
    const outcomes = runScripts(scriptsOf(models), { program: pythonWith('torch'), mutate: true });
    for (const [name, { error, tried, unnoticed }] of Object.entries(outcomes)) {
      expect(error, name).toBe(undefined);
      expect(tellingIn(unnoticed, models[name]!), name).toEqual([]);
      expect(tried).toBeGreaterThan(100);
    }
  });
});
