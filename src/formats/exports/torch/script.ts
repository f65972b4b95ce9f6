import { isBuiltIn } from '../../../core/activations';
import type { Layer } from '../../../core/model';
import type { Trace } from '../../../core/pass/trace';
import { pythonArrays, pythonDictionary, pythonText } from '../python';
import { torchActivations } from './activations';
import { torchLosses, weightedLog } from './losses';
import { reporting, watching } from './watching';

/**
 * How far PyTorch may be from the page, of a tensor's largest number: it rounds every operation in its own order,
 * and takes sigmoid's and tanh's slopes from A.
 */
const tolerances = { float64: '1e-9', float32: '1e-3' } as const;

function forwardOf({ activation, alpha }: Layer, l: number): string {
  const operation = isBuiltIn(activation) ? torchActivations[activation] : undefined;
  const A = operation!.replaceAll('Z', `Z${l}`).replace('alpha', String(alpha));
  return `with watched("linear, layer ${l}"):
    Z${l} = named("Z${l}", W${l} @ A${l - 1} + b${l})
with watched("activation, layer ${l}"):
    A${l} = named("A${l}", ${A})`;
}

/** What autograd finds for a layer, by its name on the page: dZ and dA per example, dW and db of the mean cost. */
const gradientsOf = (l: number): string[] => [
  `check("dA${l}", m * A${l}.grad)`,
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

const comparing = (tolerance: string): string => `

def check(name, value):
    page = expected[name]
    finite = page[page.isfinite()]
    largest = finite.abs().max().item() if finite.numel() else 0.0
    torch.testing.assert_close(
        value.detach().reshape(page.shape), page, rtol=0, atol=${tolerance} * max(1.0, largest), equal_nan=True,
        msg=lambda text: f"{name}: {text}",
    )


`;

/**
 * A PyTorch script of a pass, in pieces: it builds the network, reports what autograd saves, and asserts the page's
 * numbers. Undefined where a layer has a formula of its own.
 */
export function torchScript(trace: Trace, name: string): string[] | undefined {
  const { model, buffers } = trace;
  const { layers, parameters } = model;
  if (layers.some(({ formula }) => formula !== undefined)) return undefined;
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
    `${numbers.map((l) => forwardOf(layers[l - 1]!, l)).join('\n')}\n`,
    `with watched("loss"):\n    cost = compute_cost(A${layers.length}, Y)\n\n`,
    `# The way back\n\ncost.backward()\n\n${reporting}\n\n\n`,
    '# What the page computed\n\nexpected = ',
    ...pythonDictionary(computed),
    comparing(tolerances[model.precision]),
    `${numbers.map((l) => `check("Z${l}", Z${l})\ncheck("A${l}", A${l})`).join('\n')}\ncheck("cost", cost)\n`,
    `${numbers.flatMap(gradientsOf).join('\n')}\n`,
    'print(f"Every number agrees with the page, on {device}.")\n',
  ];
}
