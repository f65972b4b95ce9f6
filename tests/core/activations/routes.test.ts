import { describe, expect, it } from 'vitest';
import { type ActivationName, activationNames, activationOf } from '../../../src/core/activations';
import { type ActivationSlot, chooseRoute, type Route } from '../../../src/core/activations/types';
import { routesByCurve } from '../curve';
import { alphasOf } from '../models';

/** Routes without that from Z by another form, of which a curve tells nothing. */
const sorted = (routes: readonly Route[]) => routes.filter((route) => route !== 'Z_stable').sort();

describe('the routes to g′', () => {
  it.each(activationNames)('of %s are those that its curve allows, at every alpha', (name) => {
    for (const alpha of alphasOf(name))
      expect(sorted(activationOf(name).routes(alpha)), `alpha ${alpha}`).toEqual(
        sorted(routesByCurve(name, alpha)),
      );
  });

  it.each<[string, ActivationName, number]>([
    ['leaky_relu with a negative slope', 'leaky_relu', -0.2],
    ['elu with a negative alpha', 'elu', -1],
  ])('of %s have lost A', (_, name, alpha) => {
    expect(activationOf(name).routes(alpha)).not.toContain('A');
    expect(activationOf(name).routes(0)).toContain('A');
    expect(activationOf(name).routes(-alpha)).toContain('A');
  });

  it('from A stand for all but the six that fold, and linear', () => {
    const without = activationNames.filter((name) => {
      const { routes, alpha = 0 } = activationOf(name);
      return !routes(alpha).includes('A');
    });
    expect(without).toEqual(['linear', 'gelu', 'silu', 'mish', 'hard_swish', 'sine']);
  });

  it('from a mask stand for the five whose slope has two values', () => {
    const masked = activationNames.filter((name) => activationOf(name).routes(0.1).includes('mask'));
    expect(masked).toEqual(['relu', 'leaky_relu', 'relu6', 'hard_sigmoid', 'hard_tanh']);
  });
});

describe('the choice of a route', () => {
  const all: readonly ActivationSlot[] = ['Z', 'A', 'mask', 'slope'];

  it('takes slope before mask before A before Z', () => {
    for (const [i, cheapest] of (['slope', 'mask', 'A', 'Z'] as const).entries()) {
      const held = new Set((['slope', 'mask', 'A', 'Z'] as const).slice(i));
      expect(chooseRoute(all, held)).toBe(cheapest);
    }
  });

  it('passes over what is held and no route', () => {
    expect(chooseRoute(['slope', 'Z'], new Set(['A', 'Z']))).toBe('Z');
  });

  it('takes the route that is wanted where its slot is held', () => {
    const routes: readonly Route[] = ['Z', 'A', 'Z_stable'];
    for (const wanted of routes) expect(chooseRoute(routes, new Set(['Z', 'A']), wanted)).toBe(wanted);
    expect(chooseRoute(routes, new Set(['A']), 'Z_stable')).toBe('A');
    expect(chooseRoute(routes, new Set(['Z']), 'A')).toBe('Z');
    expect(chooseRoute(routes, new Set(), 'Z_stable')).toBe('Z_stable');
  });

  it('reads Z where the stable form is wanted of an activation that has but one form', () => {
    expect(chooseRoute(['Z', 'A'], new Set(['Z', 'A']), 'Z_stable')).toBe('Z');
    expect(chooseRoute(['Z', 'A'], new Set(), 'Z_stable')).toBe('Z');
  });

  it('asks for Z where nothing that helps is held', () => {
    expect(chooseRoute(all, new Set())).toBe('Z');
    expect(chooseRoute(['Z'], new Set(['A', 'mask']))).toBe('Z');
  });
});
