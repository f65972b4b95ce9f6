import type { PythonLibrary } from '../../../core/activations';
import type { FunctionName } from '../computing/functions';

type Written = Record<PythonLibrary, string>;

/** What each library is imported as. */
export const importedAs = {
  numpy: 'np',
  torch: 'torch',
  jax: 'jnp',
} as const satisfies Record<PythonLibrary, string>;

/** What is written alike in all, `lib` standing for each. */
const alike = (text: string): Written => ({
  numpy: text.replaceAll('lib', importedAs.numpy),
  torch: text.replaceAll('lib', importedAs.torch),
  jax: text.replaceAll('lib', importedAs.jax),
});

/** The same function in all, by its name in NumPy, which JAX has too, and in PyTorch. */
const named = (numpy: string, torch = numpy): Written => ({
  ...alike(`lib.${numpy}(x)`),
  torch: `torch.${torch}(x)`,
});

const HALF_LINE = '0.3989422804014327';

/** Every function that a formula may call, of x, and of y or more where it takes them. */
export const functionsInPython: Record<FunctionName, Written> = {
  exp: named('exp'),
  expm1: named('expm1'),
  log: named('log'),
  log1p: named('log1p'),
  log2: named('log2'),
  log10: named('log10'),
  sqrt: named('sqrt'),
  cbrt: { ...named('cbrt'), torch: '(torch.sign(x) * torch.abs(x) ** (1 / 3))' },
  square: alike('(x)**2'),
  cube: alike('(x)**3'),
  abs: named('abs'),
  sign: named('sign'),
  floor: named('floor'),
  ceil: named('ceil'),
  round: alike('lib.floor(x + 0.5)'),
  sin: named('sin'),
  cos: named('cos'),
  tan: named('tan'),
  asin: named('arcsin', 'asin'),
  acos: named('arccos', 'acos'),
  atan: named('arctan', 'atan'),
  sinh: named('sinh'),
  cosh: named('cosh'),
  tanh: named('tanh'),
  sec: alike('(1 / lib.cos(x))'),
  csc: alike('(1 / lib.sin(x))'),
  cot: alike('(1 / lib.tan(x))'),
  sech: alike('(1 / lib.cosh(x))'),
  asinh: named('arcsinh', 'asinh'),
  acosh: named('arccosh', 'acosh'),
  atanh: named('arctanh', 'atanh'),
  erf: { numpy: 'erf(x)', torch: 'torch.erf(x)', jax: 'jax.scipy.special.erf(x)' },
  sigmoid: { numpy: 'sigma(x)', torch: 'torch.sigmoid(x)', jax: 'jax.nn.sigmoid(x)' },
  softplus: {
    ...alike('lib.logaddexp(0, x)'),
    torch: 'torch.nn.functional.softplus(x, threshold=40)',
  },
  Phi: { numpy: 'Phi(x)', torch: 'torch.special.ndtr(x)', jax: 'jax.scipy.stats.norm.cdf(x)' },
  phi: alike(`(${HALF_LINE} * lib.exp(-((x)**2) / 2))`),
  pow: alike('(x)**(y)'),
  max: alike('lib.maximum(x, y)'),
  min: alike('lib.minimum(x, y)'),
};
