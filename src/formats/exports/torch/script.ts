import type { Node, OperationName } from '../../../core/operations';
import type { Trace } from '../../../core/pass/trace';
import { pythonArrays, pythonDictionary, pythonText } from '../python';
import { roundingIn } from '../rounding';
import { within } from '../within';
import { inTorch } from './activations';
import { costOf } from './cost';
import { torchLosses, weightedLog } from './losses';
import { torchOperationsByName } from './operations';
import { reporting, watching } from './watching';

/** Lines of every operation in their order; where the way back goes over the last activation, that is no part of it. */
const forwardOf = ({ nodes, model }: Trace): string[] =>
  nodes.flatMap((node) => {
    const lines = torchOperationsByName[node.op as OperationName].forward(node, model);
    const isApart = nodes.some(({ over }) => over === node);
    if (!isApart) return lines;
    return lines.map((line) =>
      line.startsWith('with watched') ? 'with torch.no_grad():  # no part of what is differentiated' : line,
    );
  });

/** The name stands below the second line: in the first two, Python takes "coding: …" for the file's encoding. */
const opening = (
  trace: Trace,
  name: string,
): string => `# The same network in PyTorch, on the GPU where there is one. Autograd decides by itself what to keep for the way
# back; hooks on its saved tensors tell what that is. At the end every number is held against the page's.
#
# ${pythonText(name)}

import torch
import torch.nn.functional as F

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
page_bytes = ${trace.cacheBytes.peak}


def array(rows):
    return torch.tensor(rows, dtype=torch.${trace.model.precision}, device=device)


`;

/** Infinity and NaN are the same or they are not. */
const comparing = `

def check(name, value):
    page, off = expected[name], torch.tensor(within[name], dtype=torch.float64, device=device)
    value = value.detach().reshape(page.shape)
    assert value.dtype == page.dtype, f"{name} is {value.dtype}, not {page.dtype}"
    same = (value == page) | (value.isnan() & page.isnan()) | ((value - page).abs() <= off) | off.isinf()
    for i, j in (~same).nonzero()[:1].tolist():
        raise AssertionError(f"{name}[{i}, {j}] is {value[i, j].item()}, and {page[i, j].item()} on the page")


`;

/**
 * A PyTorch script of a pass, in pieces: it builds the network, reports what autograd saves, and asserts the page's
 * numbers. Undefined where a layer's formula can't be written so, or autograd has another slope of it.
 */
export function torchScript(trace: Trace, name: string): string[] | undefined {
  const { model, nodes, buffers } = trace;
  const { layers, parameters } = model;
  if (layers.some((layer) => inTorch(layer) === undefined)) return undefined;
  const cost = costOf(trace);
  // Of what is fused, and of X, there is no gradient.
  const isFound = (line: string) => buffers.has(/"(\w+)"/.exec(line)![1]!);
  const rowOf = ({ op }: Node) => torchOperationsByName[op as OperationName];
  const given = Array.from(buffers).filter(([tensor]) => /^D\d/.test(tensor));
  const names = Array.from(parameters.keys());
  const computed = Array.from(buffers).filter(
    ([tensor]) =>
      tensor === 'cost' ||
      /^(Z|Znorm|Ztilde|A|Adrop|dZ|dZnorm|dZtilde|dA|dAdrop|dW|db|dgamma|dbeta)[1-9]/.test(tensor),
  );
  return [
    opening(trace, name),
    '# The data and the parameters\n\n',
    ...pythonArrays([
      ['X', model.X],
      ['Y', model.Y],
      ...parameters,
      ...given.map(([tensor, D]) => [`given_${tensor}`, D] as const),
    ]),
    `parameters = {${names.map((parameter) => `"${parameter}": ${parameter}`).join(', ')}}\n`,
    'm = X.shape[1]\n\n\n# What autograd keeps\n\n',
    `${watching}\n\n\n`,
    '# The forward pass\n\n',
    'A0 = named("A0", X)\nnamed("Y", Y)\n',
    'for name, parameter in parameters.items():\n    named(name, parameter.requires_grad_())\n\n\n',
    `${weightedLog}\n\n\n`,
    `def compute_cost(A, Y):\n    return ${torchLosses[model.loss]}\n\n\n`,
    `${forwardOf(trace).join('\n')}\n`,
    `${cost.forward.join('\n')}\n\n`,
    `# The way back\n\n${cost.backward.join('\n')}\n\n${reporting}\n\n\n`,
    '# What the page computed\n\nexpected = ',
    ...pythonDictionary(computed),
    '\n\n# How far rounding can take each cell, from the numbers that it sums; inf where no bound can be given, as at a kink\n\nwithin = ',
    ...within(computed, roundingIn(trace)),
    comparing,
    `${nodes.flatMap((node) => rowOf(node).checks(node, model)).join('\n')}\n`,
    `${nodes
      .flatMap((node) => rowOf(node).gradients(node, model))
      .filter(isFound)
      .join('\n')}\n`,
    'print(f"Every number agrees with the page, on {device}.")\n',
  ];
}
