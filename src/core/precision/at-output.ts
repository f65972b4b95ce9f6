import { type ActivationName, activationOf, type Route, slotOfRoute } from '../activations';
import { cacheOf } from '../activations/cells';
import { fromRows, type Precision } from '../math/matrix';
import { fusedGradient, type LossName, losses, lossFusedWith } from '../operations/losses';

/** What a route makes of one output cell. */
export interface OutputByRoute {
  readonly route: Route;
  /** g′ as it is stored, and dA · g′ as it is stored. */
  readonly slope: number;
  readonly dZ: number;
}

/** One output cell in float32 under a loss: its A, its dA, and what each route makes of it; and the truth. */
export interface OutputCell {
  readonly a: number;
  readonly dA: number;
  readonly byRoute: readonly OutputByRoute[];
  /** g′ and dZ as float64 has them, by the stable form and at once. */
  readonly exact: { readonly slope: number; readonly dZ: number };
}

/** The loss that an activation of single cells is fused with, if there is one. */
export const outputLossOf = (name: ActivationName): LossName | undefined =>
  activationOf(name).routes(0).includes('Z_stable') ? lossFusedWith(name) : undefined;

/** The last layer's way back at one z and label y, alone in a batch, in float32 by the program's own steps. */
export function outputCell(name: ActivationName, loss: LossName, z: number, y: number): OutputCell {
  const activation = activationOf(name);
  const cell = (x: number, type: Precision) => fromRows([[x]], type);
  const at = (type: Precision) => {
    const Z = cell(z, type);
    const A = activation.forward(Z, 0);
    const by = (route: Route, dA: ReturnType<typeof cell>): number => {
      const slot = slotOfRoute(route);
      return activation.backward(cacheOf(slot, slot === 'Z' ? Z : A), dA, 0, route).data[0]!;
    };
    return { A, dA: losses[loss].gradient(A, cell(y, type)), by };
  };
  const { A, dA, by } = at('float32');
  const exact = at('float64');
  return {
    a: A.data[0]!,
    dA: dA.data[0]!,
    byRoute: (['A', 'Z', 'Z_stable'] as const).map((route) => ({
      route,
      slope: by(route, cell(1, 'float32')),
      dZ: by(route, dA),
    })),
    exact: {
      slope: exact.by('Z_stable', cell(1, 'float64')),
      dZ: fusedGradient(exact.A, cell(y, 'float64')).data[0]!,
    },
  };
}
