import { linear } from './linear';
import { elu, leaky_relu, relu, relu6, selu } from './rectified';
import { gelu, hard_swish, mish, silu, sine, softplus } from './smooth';
import { softmax } from './softmax';
import { hard_sigmoid, hard_tanh, sigmoid, softsign, tanh } from './squashing';
import type { Activation } from './types';

export type { Activation, ActivationCache, ActivationSlot, Cost } from './types';
export { cacheReadBy, chooseRoute, cost } from './types';

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

/** The activation of a name, with all its optional parts in its type. */
export const activationOf = (name: ActivationName): Activation => activations[name];
