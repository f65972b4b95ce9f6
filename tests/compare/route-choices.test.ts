import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routeChoices } from '../../src/compare/route-choices';
import { activationOf, chooseRoute, slotOfRoute } from '../../src/core/activations';
import type { Layer } from '../../src/core/model/model';
import { routeTaken } from '../../src/core/operations/route-taken';
import { record } from '../../src/core/pass/record';
import { anyNetwork, modelFrom } from '../core/models';

const layer = (rest: Partial<Layer>): Layer => ({
  units: 2,
  activation: 'tanh',
  alpha: 0,
  keep: 'ZA',
  ...rest,
});

describe('what there is to choose of a layer’s route', () => {
  it('is the cheaper, A and Z where both are kept, and the stable form where there is one', () => {
    expect(routeChoices(layer({}))).toMatchObject({
      offered: ['cheapest', 'A', 'Z', 'Z_stable'],
      chosen: 'cheapest',
      cheapest: 'A',
    });
    expect(routeChoices(layer({ activation: 'relu' }))?.offered).toEqual(['cheapest', 'A', 'Z']);
    expect(routeChoices(layer({ route: 'Z_stable' }))?.chosen).toBe('Z_stable');
  });

  it.each(['Z', 'none', 'mask'] as const)('is the form alone where Z is what is read, keeping %s', (keep) => {
    expect(routeChoices(layer({ keep }))).toMatchObject({ offered: ['Z', 'Z_stable'], chosen: 'Z' });
    expect(routeChoices(layer({ keep, route: 'Z_stable' }))?.chosen).toBe('Z_stable');
    expect(routeChoices(layer({ keep, route: 'A' }))?.chosen).toBe('Z');
  });

  it('is nothing where one way is left', () => {
    for (const [activation, keep] of [
      ['tanh', 'A'],
      ['tanh', 'slope'],
      ['relu', 'Z'],
      ['relu', 'mask'],
      ['gelu', 'ZA'],
      ['linear', 'ZA'],
    ] as const)
      expect(routeChoices(layer({ activation, keep })), `${activation} ${keep}`).toBeUndefined();
  });

  it('is, of any network, just what the record takes, whatever is chosen of it', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        network.layers.forEach((of, i) => {
          for (const route of routeChoices(of)?.offered ?? []) {
            const wanted = route === 'cheapest' ? undefined : route;
            const layers = network.layers.map((other, k) => (k === i ? { ...other, route: wanted } : other));
            const { steps, model } = record({ ...network, layers, output: 'two_steps' });
            const step = steps.find(
              ({ phase, op, layer: l }) => phase === 'backward' && op === 'activation' && l === i + 1,
            )!;
            expect(routeTaken(step, model)).toBe(wanted ?? routeChoices(of)!.cheapest);
          }
        });
      }),
    );
  });
});

describe('the route that a step took', () => {
  it('reads the slot that the record shows, and is what the layer wants where that is kept', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const { steps, model } = record(network);
        for (const step of steps.filter(({ phase, op }) => phase === 'backward' && op === 'activation')) {
          const of = model.layers[step.layer - 1]!;
          const read = step.cache.find(({ kind }) => kind === 'read');
          const taken = routeTaken(step, model);
          if (read?.cache !== 'activation') expect(taken).toBeUndefined();
          else {
            expect(slotOfRoute(taken!)).toBe(read.slot);
            expect(taken).toBe(
              chooseRoute(activationOf(of).routes(of.alpha), new Set([slotOfRoute(taken!)]), of.route),
            );
          }
        }
      }),
    );
  });

  it('is from Z where the stable form is wanted of an activation with one form', () => {
    const { steps, model } = record(modelFrom({ layers: [{ activation: 'gelu', route: 'Z_stable' }] }));
    const step = steps.find(({ phase, op }) => phase === 'backward' && op === 'activation')!;
    expect(routeTaken(step, model)).toBe('Z');
  });
});
