import { describe, expect, it } from 'vitest';
import { kinds, parseName, spoken } from '../../../src/core/model/names';
import { record } from '../../../src/core/pass/record';
import { modelFrom } from '../models';

describe('the name of a buffer', () => {
  it.each(kinds)('of kind %s tells its kind and layer', (kind) => {
    for (const layer of [0, 1, 12]) expect(parseName(`${kind}${layer}`)).toEqual({ kind, layer });
  });

  it.each(['Y', 'cost'] as const)('%s belongs to no layer', (name) => {
    expect(parseName(name)).toEqual({ kind: name, layer: 0 });
  });

  it.each(['', 'Z', '1', 'Z-1', 'z1', 'Z1 ', 'ddA1', 'Y1', 'cost1', 'W1b1', 'toString'])(
    'is none of ours if it is "%s"',
    (name) => {
      expect(() => parseName(name)).toThrow(`no tensor is called ${name}`);
    },
  );

  it('is known for every buffer of a pass', () => {
    const layers = [
      { activation: 'relu', keep: 'mask' },
      { activation: 'sine', keep: 'slope' },
    ] as const;
    for (const name of record(modelFrom({ layers })).buffers.keys())
      expect(() => parseName(name)).not.toThrow();
  });
});

describe('a spoken name', () => {
  it.each([
    ['Z1', 'Z[1]'],
    ['dA12', 'dA[12]'],
    ['A0', 'A[0]'],
    ['Y', 'Y'],
    ['cost', 'J'],
  ])('of %s is %s', (name, said) => {
    expect(spoken(name)).toBe(said);
  });
});
