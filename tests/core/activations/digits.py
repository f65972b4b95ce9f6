"""Writes digits.json: g(z) and g'(z) of the smooth activations at both ends, to fifty digits, by mpmath.

Nothing here is taken from the program. Each g is written as its paper has it, and g' is mpmath's own numerical
derivative of it at five hundred digits, so that neither the forms nor the slopes are ours.
Run: python3 digits.py > digits.json (mpmath 1.3)
"""

from mpmath import diff, erf, exp, fabs, log, mp, mpf, nstr, sin, sqrt, tanh

mp.dps = 500

LAMBDA = mpf("1.0507009873554804934193349852946")
ALPHA = mpf("1.6732632423543772848170429916717")

sigmoid = lambda z: 1 / (1 + exp(-z))
softplus = lambda z: log(1 + exp(z))

ACTIVATIONS = {
    "elu": lambda z: z if z > 0 else exp(z) - 1,
    "selu": lambda z: LAMBDA * z if z > 0 else LAMBDA * ALPHA * (exp(z) - 1),
    "sigmoid": sigmoid,
    "tanh": tanh,
    "softplus": softplus,
    "softsign": lambda z: z / (1 + fabs(z)),
    "gelu": lambda z: z * (1 + erf(z / sqrt(2))) / 2,
    "silu": lambda z: z * sigmoid(z),
    "mish": lambda z: z * tanh(softplus(z)),
    "sine": sin,
}

# None next to a zero of g', where no relative error is small. gelu is below the smallest float64 from -38.6 on.
MAGNITUDES = [0.001, 0.3, 0.5, 1.47, 1.97, 2.4, 3.1, 7.7, 18.3, 20.7, 30.1, 36.6]
FAR = [99.9, 300.3, 650.7]


def row(g, z):
    x = mpf(z)
    g_of_z, slope = (nstr(value, 25) for value in (g(x), diff(g, x, h=mpf(10) ** -150)))
    return f"[{z!r}, {g_of_z}, {slope}]"


def rows(name, g):
    far = [] if name == "gelu" else FAR
    return ",\n".join(f"    {row(g, sign * z)}" for z in MAGNITUDES + far for sign in (-1, 1))


print("{")
print(",\n".join(f'  "{name}": [\n{rows(name, g)}\n  ]' for name, g in ACTIVATIONS.items()))
print("}")
