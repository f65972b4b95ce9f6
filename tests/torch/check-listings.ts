import { pythonWith } from '../../scripts/python/find';
import { everyListing } from '../explain/code/listings';
import { runPython } from '../formats/exports/python';

/** Listings by the kind of function that they define. */
export type Listings = Readonly<Record<string, readonly string[]>>;

/** What came of a listing. */
export interface Outcome {
  readonly kind: string;
  readonly listing: string;
  readonly error?: string;
}

/** What `check(kind, scope)`, in Python, makes of every listing of a language, which is pasted and run as it stands. */
export function run(
  language: 'torch' | 'jax',
  check: string,
  listings: Listings = everyListing(language),
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
export const counted = (outcomes: readonly Outcome[], of: string): number =>
  outcomes.filter(({ kind }) => kind === of).length;

/** Those that did not hold. */
export const wrong = (outcomes: readonly Outcome[]) => outcomes.filter(({ error }) => error !== undefined);

/** Whether a function is a vector-Jacobian product by each framework's own check, and float32 stays float32. */
const checks = {
  torch: `
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
  jax: `
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
} as const;

/** What the check of its framework makes of every listing, or of those that are given. */
export const checkedIn = (language: 'torch' | 'jax', listings?: Listings): Outcome[] =>
  run(language, checks[language], listings);
