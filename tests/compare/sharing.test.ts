import { describe, expect, it } from 'vitest';
import { planOf } from '../../src/compare/plans';
import { sharedWith } from '../../src/compare/sharing';
import { fromRows } from '../../src/core/math/matrix';
import { record } from '../../src/core/pass/record';
import { modelFrom } from '../core/models';

const model = modelFrom({ layers: [{ activation: 'tanh' }, { activation: 'relu' }], precision: 'float32' });
const first = record(planOf('Z').apply(model));

describe('passes of one network', () => {
  it('share every matrix of the same bits under the same name, and no other', () => {
    const second = record(planOf('none').apply(model), undefined, [], sharedWith([first]));
    const alone = record(planOf('none').apply(model));
    expect(second.buffers.get('Z1')).toBe(first.buffers.get('Z1'));
    for (const [name, { data }] of alone.buffers) expect(second.buffers.get(name)!.data).toEqual(data);
    expect(second.steps).toEqual(alone.steps);
  });

  it('tell −0 from 0, one NaN from a number, and a shape from another', () => {
    const shared = sharedWith([first]);
    const kept = first.buffers.get('dZ1')!;
    const changed = { ...kept, data: kept.data.map((x, k) => (k === 0 ? -x : x)) };
    expect(shared('dZ1', { ...kept, data: kept.data.slice() })).toBe(kept);
    expect(shared('dZ1', changed)).toBe(changed);
    expect(shared('dZ2', { ...kept, data: kept.data.slice() })).not.toBe(kept);
    const zero = { ...first, values: [{ id: 0, name: 'b1', matrix: fromRows([[0]], 'float32') }] };
    const negative = fromRows([[-0]], 'float32');
    expect(sharedWith([zero])('b1', negative)).toBe(negative);
    const nan = fromRows([[Number.NaN]], 'float32');
    expect(
      sharedWith([{ ...first, values: [{ id: 0, name: 'b1', matrix: nan }] }])(
        'b1',
        fromRows([[Number.NaN]], 'float32'),
      ),
    ).toBe(nan);
  });
});
