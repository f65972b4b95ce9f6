import { linear } from './linear';
import { definedAs, type Own } from './own';
import { elu, leaky_relu, relu, relu6, selu } from './rectified';
import { gelu, hard_swish, mish, silu, sine, softplus } from './smooth';
import { softmax } from './softmax';
import { hard_sigmoid, hard_tanh, sigmoid, softsign, tanh } from './squashing';
import type { Activation } from './types';

export { define, isDefined, type Own, ownActivation } from './own';
export type {
  Activation,
  ActivationCache,
  ActivationSlot,
  Cost,
  OwnExpressions,
  OwnInPython,
  PythonLibrary,
  Route,
} from './types';
export { cacheReadBy, chooseRoute, cost, pythonLibraries, slotOfRoute } from './types';

/** Every activation there is, by its name in files. To add one is to add it here. */
export const activations = {
  linear,
  relu,
  leaky_relu,
  relu6,
  elu,
  selu,
  sigmoid,
  hard_sigmoid,
  tanh,
  hard_tanh,
  softplus,
  softsign,
  gelu,
  silu,
  mish,
  hard_swish,
  sine,
  softmax,
} satisfies Record<string, Activation>;

/** An activation's name in files. */
export type ActivationName = keyof typeof activations;

/** All activations, in the order in which they are offered. */
export const activationNames = Object.keys(activations) as ActivationName[];

/** Whether a name is that of an activation in the record. */
export const isBuiltIn = (name: string): name is ActivationName => Object.hasOwn(activations, name);

/** What names an activation: one in the record, or one that somebody wrote as a formula. */
export interface Named {
  /** By its name in files, or as its author calls it. */
  readonly activation: string;
  /** The formula, where somebody wrote one; activations of the record have none. */
  readonly own?: Own | undefined;
}

/** The activation of a layer or of a name. Throws for a formula that has not been defined, and for an unknown name. */
export function activationOf(of: Named | string): Activation {
  const named = typeof of === 'string' ? { activation: of } : of;
  if (named.own) return definedAs(named.own);
  if (!isBuiltIn(named.activation)) throw new Error(`no activation is called ${named.activation}`);
  return activations[named.activation];
}

/** Whether g′ asks of z, and of a, no more than whether it is above 0: relu, and leaky_relu while it does not fold. */
export function asksSignAlone(layer: Named & { readonly alpha: number }): boolean {
  const { kinks, routes } = activationOf(layer);
  const ways = routes(layer.alpha);
  return ways.includes('mask') && ways.includes('A') && kinks.length === 1 && kinks[0] === 0;
}
