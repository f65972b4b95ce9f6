import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRows, toRows } from '../../src/core/math/matrix';
import { type BufferName, parseName } from '../../src/core/model/names';
import { record } from '../../src/core/pass/record';
import type { Trace } from '../../src/core/pass/trace';
import { choiceOfFile, firstChoice } from '../../src/state/choice/choice';
import { setAllKeeps } from '../../src/state/choice/edits';
import { modelOf } from '../../src/state/choice/model-of';
import { type Scale, scaleFor, scaleKindOf, scalesOf } from '../../src/state/scales';
import { shareOf } from '../../src/view/stage/paint/shades';
import { anyNetwork } from '../core/models';
import { plainFile, reading } from '../formats/files';

const magnitudesOf = (trace: Trace, tensor: BufferName): number[] =>
  toRows(trace.buffers.get(tensor)!).flat().map(Math.abs).filter(Number.isFinite);

const tensorsOf = (trace: Trace): BufferName[] => [...trace.buffers.keys()].filter((name) => name !== 'cost');

/** The numbers that share a scale, by that. */
function sharers(trace: Trace, sharing: 'layer' | 'network'): Map<Scale, number[]> {
  const scales = scalesOf([trace], sharing);
  const numbers = new Map<Scale, number[]>();
  for (const tensor of tensorsOf(trace)) {
    const scale = scaleFor(tensor, scales);
    numbers.set(scale, [...(numbers.get(scale) ?? []), ...magnitudesOf(trace, tensor)]);
  }
  return numbers;
}

/** Colours on either side of this are told apart at a glance from that of 0. */
const SEEN = 0.25;

/** The trace with one number of a tensor changed. */
function withOutlier(trace: Trace, tensor: BufferName, value: number): Trace {
  const rows = toRows(trace.buffers.get(tensor)!);
  rows[0]![0] = value;
  return { ...trace, buffers: new Map([...trace.buffers, [tensor, fromRows(rows, 'float64')]]) };
}

describe.each(['layer', 'network'] as const)('the colours of a scale for each %s', (sharing) => {
  it('reach to the largest number that shares it, and to no more than two digits of it beyond', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        for (const [{ usual, most }, numbers] of sharers(record(model), sharing)) {
          const largest = Math.max(0, ...numbers);
          expect(most).toBeGreaterThanOrEqual(largest * (1 - 1e-5));
          expect(most).toBeLessThanOrEqual(largest * 1.1 + Number.MIN_VALUE);
          expect(usual).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  it('let half of the numbers that share it be seen beside 0, whatever the others are', () => {
    fc.assert(
      fc.property(anyNetwork, fc.constantFrom(1, 1e3, 1e9, 1e30), (model, outlier) => {
        const trace = withOutlier(record(model), 'dZ1', outlier);
        for (const [scale, numbers] of sharers(trace, sharing)) {
          const those = numbers.filter((x) => x > 0);
          const seen = those.filter((x) => shareOf(x, scale) >= SEEN);
          // One that is an outlier itself must not count for the others.
          expect(seen.length, `of ${those.length}`).toBeGreaterThanOrEqual(Math.floor(those.length / 2));
        }
      }),
    );
  });

  it('grow with the number, outliers too', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1, noNaN: true }),
        fc.double({ min: 1, max: 1e9, noNaN: true }),
        (usual, most) => {
          const at = [usual / 100, usual / 2, usual, usual + (most - usual) / 2, most];
          const shares = at.map((x) => shareOf(x, { usual, most }));
          expect(shares).toEqual(shares.toSorted((a, b) => a - b));
          expect(shares.at(-1)).toBeCloseTo(1, 12);
        },
      ),
    );
  });
});

describe('the scales of a layer', () => {
  const trace = record(modelOf(firstChoice));

  it('are its own, so that small numbers of one are seen beside large ones of another', () => {
    const large = withOutlier(trace, 'dA3', 9.2e4);
    expect(scalesOf([large]).gradients.slice(0, 3)).toEqual(scalesOf([trace]).gradients.slice(0, 3));
    expect(scalesOf([large], 'network').gradients[1]).not.toEqual(scalesOf([trace], 'network').gradients[1]);
  });

  it.each(['A', 'ZA', 'mask', 'slope', 'none'] as const)('stay as they are when all keep %s', (keep) => {
    const toggled = scalesOf([record(modelOf(setAllKeeps(keep)(firstChoice)))]);
    for (const tensor of tensorsOf(trace))
      expect(scaleFor(tensor, toggled), tensor).toEqual(scaleFor(tensor, scalesOf([trace])));
  });

  it('of Y are those of A[L], which it is held against', () => {
    const scales = scalesOf([trace]);
    expect(scaleFor('Y', scales)).toBe(scaleFor('A3', scales));
    expect(scaleFor('cost', scales)).toBe(scaleFor('A3', scales));
  });

  it('of several runs reach as far as the furthest', () => {
    const [one, two] = [withOutlier(trace, 'Z1', 30), withOutlier(trace, 'Z1', 50)];
    expect(scalesOf([one, two]).Z[1]!.most).toBe(50);
    expect(scalesOf([two, one])).toEqual(scalesOf([one, two]));
  });
});

describe('the scale of colours', () => {
  it('is the same for W and b, for dZ and dA, for dW and db, and for A and Y', () => {
    expect(
      ['W1', 'b2', 'Z1', 'A0', 'A3', 'Y', 'mask1', 'slope1', 'dZ1', 'dA1', 'dW1', 'db1'].map(scaleKindOf),
    ).toEqual([
      'parameters',
      'parameters',
      'Z',
      'A',
      'A',
      'A',
      'mask',
      'slope',
      'gradients',
      'gradients',
      'parameterGradients',
      'parameterGradients',
    ]);
  });

  it('leaves infinity and NaN out, and is 0 where there is nothing else', () => {
    const X = [
      [1e308, 1, 1],
      [1e308, 1, 1],
    ];
    const trace = record(modelOf(choiceOfFile(reading(plainFile({ X })))));
    expect(toRows(trace.buffers.get('Z1')!).flat()).toContain(Infinity);
    expect(scalesOf([trace]).Z[1]!.most).toBe(7);
    const all = plainFile({
      X: [
        [1e308, 1e308, 1e308],
        [1e308, 1e308, 1e308],
      ],
    });
    expect(scalesOf([record(modelOf(choiceOfFile(reading(all))))]).Z[1]).toEqual({ usual: 0, most: 0 });
  });

  it('is there for every tensor of a trace', () => {
    const trace = record(modelOf(choiceOfFile(reading(plainFile()))));
    for (const name of trace.buffers.keys())
      if (parseName(name).kind !== 'cost') expect(scaleFor(name, scalesOf([trace])), name).toBeDefined();
  });
});
