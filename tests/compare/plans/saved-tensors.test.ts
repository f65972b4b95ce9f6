import { describe, expect, it } from 'vitest';
import { planOf } from '../../../src/compare/plans';
import { keptBy } from '../../../src/compare/plans/frameworks';
import frameworks from '../../../src/compare/plans/frameworks.json';
import type { ActivationName } from '../../../src/core/activations';
import { record } from '../../../src/core/pass/record';
import { threeLayers } from './networks';

/** What autograd was measured to save in a Linear-act-Linear-act-Linear, in arrays of (batch, width). */
const measured = frameworks.memory.pytorch_2_13 as unknown as Readonly<Record<string, { units: number }>>;

/** X, and the buffers in the slots of such a network before its loss. */
function unitsOf(reference: string, activation: ActivationName): number {
  const { steps } = record(planOf(reference).apply(threeLayers(activation)));
  const saved = steps
    .filter(({ phase }) => phase === 'forward')
    .flatMap(({ cache }) => cache)
    .filter(({ kind, slot }) => kind === 'save' && slot !== 'W' && slot !== 'b');
  return new Set(saved.map(({ buffer }) => buffer)).size;
}

const rows: Readonly<Record<string, readonly [plan: string, activation: ActivationName]>> = {
  relu: ['pytorch', 'relu'],
  relu_: ['pytorch_in_place', 'relu'],
  leaky_relu: ['pytorch', 'leaky_relu'],
  leaky_relu_: ['pytorch_in_place', 'leaky_relu'],
  elu: ['pytorch', 'elu'],
  elu_: ['pytorch_in_place', 'elu'],
  sigmoid: ['pytorch', 'sigmoid'],
  tanh: ['pytorch', 'tanh'],
  gelu: ['pytorch', 'gelu'],
  silu: ['pytorch', 'silu'],
  'silu inplace': ['pytorch_in_place', 'silu'],
  mish: ['pytorch', 'mish'],
  hardswish: ['pytorch', 'hard_swish'],
  'hardswish inplace': ['pytorch_in_place', 'hard_swish'],
  softplus: ['pytorch', 'softplus'],
  hardtanh: ['pytorch', 'hard_tanh'],
  hardtanh_: ['pytorch_in_place', 'hard_tanh'],
  'relu6 inplace': ['pytorch_in_place', 'relu6'],
  identity: ['pytorch', 'linear'],
  sin: ['pytorch', 'sine'],
};

/** What is measured and not drawn: activations that we have not, and one that keeps more than is drawn. */
const others = ['softsign', 'naive swish x*sigmoid(x)', 'square', 'abs'];

describe('against PyTorch’s saved tensors', () => {
  it.each(Object.entries(rows))(
    '%s holds as many buffers as were measured there',
    (row, [plan, activation]) => {
      expect(unitsOf(plan, activation)).toBe(measured[row]!.units);
    },
  );

  it('softsign is drawn with two buffers fewer than were measured, and its note says so', () => {
    expect(measured.softsign!.units - unitsOf('pytorch', 'softsign')).toBe(2);
    expect(keptBy('pytorch', 'softsign').note).toContain('7 units instead of 5');
  });

  it('no row of the data is left out', () => {
    expect([...Object.keys(rows), ...others].sort()).toEqual(Object.keys(measured).sort());
  });
});
