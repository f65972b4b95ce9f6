import { describe, expect, it } from 'vitest';
import { pythonWith } from '../../scripts/python/find';
import { dropoutRuleNames } from '../../src/core/model/regularisation';
import { everyListing, layersOf } from '../explain/code/listings';
import { runPython } from '../formats/exports/python';

interface Outcome {
  readonly kind: string;
  readonly listing: string;
  readonly error?: string;
}

/** What `check(kind, scope)`, in Python, makes of every listing of a language, which is pasted and run as it stands. */
function run(
  language: 'torch' | 'jax',
  check: string,
  listings: Readonly<Record<string, readonly string[]>> = everyListing(language),
): Outcome[] {
  const { stdout, stderr, status } = runPython(
    `import json
listings = json.loads(${JSON.stringify(JSON.stringify(listings))})
outcomes = []
${check}
for kind, texts in listings.items():
    for text in texts:
        scope, outcome = {}, {"kind": kind, "listing": text}
        try:
            exec(compile(text, kind, "exec"), scope)
            check(kind, scope)
        except Exception as error:
            outcome["error"] = f"{type(error).__name__}: {error}"
        outcomes.append(outcome)
print(json.dumps(outcomes))`,
    pythonWith(language),
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** How many listings of a kind ran. */
const counted = (outcomes: readonly Outcome[], of: string): number =>
  outcomes.filter(({ kind }) => kind === of).length;

const wrong = (outcomes: readonly Outcome[]) => outcomes.filter(({ error }) => error !== undefined);

/** Those whose slope is 0 by a comparison far below 0. */
const closing = ['relu', 'relu6', 'hard_sigmoid', 'hard_tanh', 'hard_swish'] as const;

describe('every listing in PyTorch', () => {
  it('is a vector-Jacobian product: gradcheck passes, and float32 stays float32', () => {
    const outcomes = run(
      'torch',
      `
import torch
torch.manual_seed(1)
shapes = [(2, 3), (3, 2), (3, 1), (3, 1), (3, 1)]
A_prev, W, b, gamma, beta = (torch.randn(shape, dtype=torch.float64, requires_grad=True) for shape in shapes)
Y = torch.softmax(torch.randn(3, 3, dtype=torch.float64), 0)
Z = torch.randn(3, 3, dtype=torch.float64, requires_grad=True)
A = torch.rand(3, 3, dtype=torch.float64).mul(0.8).add(0.1).requires_grad_()


def check(kind, scope):
    applied = scope[kind.split()[0].title()].apply
    args = {
        "layer": (A_prev, W, b),
        "layer with batch norm": (A_prev, W, b, gamma, beta),
        "dropout": (Z,),
        "cost": (A, Y),
        "output": (Z, Y),
    }[kind]

    def function(*args):
        # Dropout that keeps its mask draws one at each call: the same for each, or there is nothing to differentiate.
        torch.manual_seed(2)
        return applied(*args)

    # A fused layer is linear alone, and every one is asked for the gradient of its A_prev too.
    assert torch.autograd.gradcheck(function, args)
    assert function(*(x.detach().float() for x in args)).dtype == torch.float32
`,
    );
    expect(wrong(outcomes)).toEqual([]);
    expect(counted(outcomes, 'layer')).toBeGreaterThanOrEqual(100);
    expect(counted(outcomes, 'layer with batch norm')).toBeGreaterThanOrEqual(36);
    expect(counted(outcomes, 'dropout')).toBe(dropoutRuleNames.length);
    for (const kind of ['cost', 'output']) expect(counted(outcomes, kind), kind).toBeGreaterThan(2);
  });

  it('lets no NaN from above through a cell that a comparison closes', () => {
    const outcomes = run(
      'torch',
      `
import torch


def check(kind, scope):
    W, b = (torch.full((1, 1), x, dtype=torch.float64, requires_grad=True) for x in (1.0, 0.0))
    A = scope["Layer"].apply(torch.tensor([[-9.0]], dtype=torch.float64), W, b)
    A.backward(torch.full((1, 1), float("nan"), dtype=torch.float64))
    assert b.grad.item() == 0, "NaN passes"
`,
      { layer: closing.flatMap((activation) => layersOf(activation, 'torch')) },
    );
    expect(wrong(outcomes)).toEqual([]);
    expect(outcomes.length).toBeGreaterThan(closing.length);
  });
});

describe.skipIf(!pythonWith('jax'))('every listing in JAX', () => {
  it('is a vector-Jacobian product: check_grads passes, and float32 stays float32', () => {
    const outcomes = run(
      'jax',
      `
import jax
jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import numpy as np
from jax.test_util import check_grads
random = np.random.default_rng(1)
shapes = [(2, 3), (3, 2), (3, 1), (3, 1), (3, 1), (3, 3)]
A_prev, W, b, gamma, beta, Z = (jnp.asarray(random.normal(size=shape)) for shape in shapes)
A, Y = (jnp.asarray(random.uniform(0.1, 0.9, (3, 3))) for _ in range(2))
Y = Y / Y.sum(0)


def check(kind, scope):
    function = scope[kind.split()[0]]
    # For the labels and for the key of dropout there is no gradient.
    args, rest = {
        "layer": ((A_prev, W, b), ()),
        "layer with batch norm": ((A_prev, W, b, gamma, beta), ()),
        "dropout": ((Z,), (jax.random.PRNGKey(2),)),
        "cost": ((A,), (Y,)),
        "output": ((Z,), (Y,)),
    }[kind]
    check_grads(lambda *args: function(*args, *rest), args, order=1, modes=["rev"], eps=1e-6)
    single = (x.astype(jnp.float32) if jnp.issubdtype(x.dtype, jnp.floating) else x for x in (*args, *rest))
    assert function(*single).dtype == jnp.float32
`,
    );
    expect(wrong(outcomes)).toEqual([]);
    expect(counted(outcomes, 'layer')).toBeGreaterThanOrEqual(100);
    expect(counted(outcomes, 'layer with batch norm')).toBeGreaterThanOrEqual(36);
    expect(counted(outcomes, 'dropout')).toBe(dropoutRuleNames.length);
    for (const kind of ['cost', 'output']) expect(counted(outcomes, kind), kind).toBeGreaterThan(2);
  });
});
