import { type Kind, parseName } from '../core/names';
import type { Trace } from '../core/trace';

/** The kinds of tensors that share one colour scale. */
export const scaleKinds = {
  parameters: ['W', 'b'],
  Z: ['Z'],
  A: ['A', 'Y'],
  mask: ['mask'],
  slope: ['slope'],
  gradients: ['dZ', 'dA'],
  parameterGradients: ['dW', 'db'],
} as const satisfies Record<string, readonly (Kind | 'Y')[]>;

export type ScaleKind = keyof typeof scaleKinds;

/** The magnitude at which a scale reaches its full colour; 0 where the trace has no such tensor or only zeros. */
export type Scales = Readonly<Record<ScaleKind, number>>;

/** The scale of a tensor of that name. */
export function scaleKindOf(tensor: string): ScaleKind {
  const { kind } = parseName(tensor);
  const names = Object.keys(scaleKinds) as ScaleKind[];
  return names.find((name) => (scaleKinds[name] as readonly string[]).includes(kind)) ?? 'A';
}

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
  for (const [tensor, { data }] of buffers) {
    if (tensor === 'cost') continue;
    const kind = scaleKindOf(tensor);
    for (let k = 0; k < data.length; k++) {
      const magnitude = Math.abs(data[k]!);
      if (magnitude > scales[kind] && magnitude < Infinity) scales[kind] = magnitude;
    }
  }
  return scales;
}
