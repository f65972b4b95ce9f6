import { isBuiltIn } from '../../../core/activations';
import { isFused, type Layer } from '../../../core/model/model';
import type { Trace } from '../../../core/pass/trace';
import { hardSwishKinks } from '../../../explain/code/numpy-activations';
import { pythonArrays, pythonDictionary, pythonText } from '../python';
import { roundingIn } from '../rounding';
import { within } from '../within';
import { torchActivations } from './activations';
import { costOf } from './cost';
import { torchLosses, weightedLog } from './losses';
import { reporting, watching } from './watching';

function forwardOf({ activation, alpha }: Layer, l: number, apart: boolean): string {
  const operation = isBuiltIn(activation) ? torchActivations[activation] : undefined;
  const A = operation!.replaceAll('Z', `Z${l}`).replace('alpha', String(alpha));
  const kink = activation === 'hard_swish' ? hardSwish : '';
  return `with watched("linear, layer ${l}"):
    Z${l} = named("Z${l}", W${l} @ A${l - 1} + b${l})
${kink}${apart ? 'with torch.no_grad():  # no part of what is differentiated' : `with watched("activation, layer ${l}"):`}
    A${l} = named("A${l}", ${A})`;
}

const hardSwish = hardSwishKinks.map((line) => `# ${line}\n`).join('');

/** What autograd finds for a layer, by its name on the page: dZ and dA per example, dW and db of the mean cost. */
const gradientsOf = (l: number, hasDA: boolean): string[] => [
  ...(hasDA ? [`check("dA${l}", m * A${l}.grad)`] : []),
  `check("dZ${l}", m * Z${l}.grad)`,
  `check("dW${l}", W${l}.grad)`,
  `check("db${l}", b${l}.grad)`,
];

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
 * numbers. Undefined where a layer has a formula of its own.
 */
export function torchScript(trace: Trace, name: string): string[] | undefined {
  const { model, buffers } = trace;
  const { layers, parameters } = model;
  if (layers.some(({ formula }) => formula !== undefined)) return undefined;
  const cost = costOf(trace);
  const numbers = layers.map((_, i) => i + 1);
  const names = Array.from(parameters.keys());
  const computed = Array.from(buffers).filter(
    ([tensor]) => tensor === 'cost' || /^(Z|A|dZ|dA|dW|db)[1-9]/.test(tensor),
  );
  return [
    opening(trace, name),
    '# The data and the parameters\n\n',
    ...pythonArrays([['X', model.X], ['Y', model.Y], ...parameters]),
    `parameters = {${names.map((parameter) => `"${parameter}": ${parameter}`).join(', ')}}\n`,
    'm = X.shape[1]\n\n\n# What autograd keeps\n\n',
    `${watching}\n\n\n`,
    '# The forward pass\n\n',
    'A0 = named("A0", X)\nnamed("Y", Y)\n',
    'for name, parameter in parameters.items():\n    named(name, parameter.requires_grad_())\n\n\n',
    `${weightedLog}\n\n\n`,
    `def compute_cost(A, Y):\n    return ${torchLosses[model.loss]}\n\n\n`,
    `${numbers.map((l) => forwardOf(layers[l - 1]!, l, isFused(model) && l === layers.length)).join('\n')}\n`,
    `${cost.forward.join('\n')}\n\n`,
    `# The way back\n\n${cost.backward.join('\n')}\n\n${reporting}\n\n\n`,
    '# What the page computed\n\nexpected = ',
    ...pythonDictionary(computed),
    '\n\n# How far rounding can take each cell, from the numbers that it sums; inf where nothing can be told, as at a kink\n\nwithin = ',
    ...within(computed, roundingIn(trace)),
    comparing,
    `${numbers.map((l) => `check("Z${l}", Z${l})\ncheck("A${l}", A${l})`).join('\n')}\ncheck("cost", cost)\n`,
    `${numbers.flatMap((l) => gradientsOf(l, buffers.has(`dA${l}`))).join('\n')}\n`,
    'print(f"Every number agrees with the page, on {device}.")\n',
  ];
}
