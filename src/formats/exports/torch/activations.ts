import { type ActivationName, activationOf, type Named } from '../../../core/activations';

/** Every activation as PyTorch's own operation on Z, so that autograd keeps for it what it always keeps. */
export const torchActivations = {
  linear: 'Z',
  relu: 'torch.relu(Z)',
  leaky_relu: 'F.leaky_relu(Z, alpha)',
  relu6: 'F.relu6(Z)',
  elu: 'F.elu(Z, alpha)',
  selu: 'F.selu(Z)',
  sigmoid: 'torch.sigmoid(Z)',
  hard_sigmoid: 'F.hardsigmoid(Z)',
  tanh: 'torch.tanh(Z)',
  hard_tanh: 'F.hardtanh(Z)',
  // Beyond its threshold PyTorch takes Z itself; by default from 20 on, where that is 2e-9 off.
  softplus: 'F.softplus(Z, threshold=40)',
  softsign: 'F.softsign(Z)',
  gelu: 'F.gelu(Z)',
  silu: 'F.silu(Z)',
  mish: 'F.mish(Z)',
  hard_swish: 'F.hardswish(Z)',
  sine: 'torch.sin(Z)',
  softmax: 'torch.softmax(Z, dim=0)',
} satisfies Record<ActivationName, string>;

/** A layer's activation in PyTorch; undefined where it is not written out. */
export function inTorch(named: Named): string | undefined {
  if (named.own) {
    const own = activationOf(named).inPython;
    // Autograd has the slope that there is, and not the one that somebody gave.
    return own?.isGiven === false ? own.torch.g : undefined;
  }
  return Object.hasOwn(torchActivations, named.activation)
    ? torchActivations[named.activation as ActivationName]
    : undefined;
}
