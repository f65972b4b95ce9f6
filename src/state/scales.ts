import { largestMagnitude } from '../core/math/matrix';
import { type BufferName, parseName } from '../core/model/names';
import type { Trace } from '../core/pass/trace';

/** The scale of each kind of tensor: those that are compared by eye share one. The cost, one cell, goes with A. */
const scaleOf = {
  W: 'parameters',
  b: 'parameters',
  Z: 'Z',
  A: 'A',
  Y: 'A',
  cost: 'A',
  mask: 'mask',
  slope: 'slope',
  gamma: 'parameters',
  beta: 'parameters',
  mean: 'Z',
  inv_std: 'Z',
  centred: 'Z',
  variance: 'Z',
  std: 'Z',
  Znorm: 'Z',
  Ztilde: 'Z',
  D: 'mask',
  Adrop: 'A',
  dZ: 'gradients',
  dZnorm: 'gradients',
  dZtilde: 'gradients',
  dAdrop: 'gradients',
  dA: 'gradients',
  dW: 'parameterGradients',
  db: 'parameterGradients',
  dgamma: 'parameterGradients',
  dbeta: 'parameterGradients',
} as const satisfies Record<ReturnType<typeof parseName>['kind'], string>;

export type ScaleKind = (typeof scaleOf)[keyof typeof scaleOf];

/** The magnitude at which a scale reaches its full colour; 0 where the trace has no such tensor or only zeros. */
export type Scales = Readonly<Record<ScaleKind, number>>;

/** The scale of a tensor of that name. */
export const scaleKindOf = (tensor: BufferName): ScaleKind => scaleOf[parseName(tensor).kind];

/** The largest finite magnitude of each kind of tensor in a trace. */
export function scalesOf({ buffers }: Trace): Scales {
  const scales: Record<ScaleKind, number> = {
    parameters: 0,
    Z: 0,
    A: 0,
    mask: 0,
    slope: 0,
    gradients: 0,
    parameterGradients: 0,
  };
  for (const [tensor, matrix] of buffers) {
    if (tensor === 'cost') continue;
    const kind = scaleKindOf(tensor);
    scales[kind] = Math.max(scales[kind], largestMagnitude(matrix));
  }
  return scales;
}
