import type { FunctionName } from './functions';

/** The libraries in which formulas are written. */
export type Library = 'numpy' | 'torch';

type Written = Record<Library, string>;

/** The same function in both, by its name in one and, where that is another, in the other. */
const named = (numpy: string, torch = numpy): Written => ({
  numpy: `np.${numpy}(x)`,
  torch: `torch.${torch}(x)`,
});

/** What is written alike in both, `lib` standing for either. */
const alike = (text: string): Written => ({
  numpy: text.replaceAll('lib.', 'np.'),
  torch: text.replaceAll('lib.', 'torch.'),
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
  cbrt: { numpy: 'np.cbrt(x)', torch: '(torch.sign(x) * torch.abs(x) ** (1 / 3))' },
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
  erf: { numpy: 'erf(x)', torch: 'torch.erf(x)' },
  sigmoid: { numpy: 'sigma(x)', torch: 'torch.sigmoid(x)' },
  softplus: { numpy: 'np.logaddexp(0, x)', torch: 'F.softplus(x, threshold=40)' },
  Phi: { numpy: 'Phi(x)', torch: 'torch.special.ndtr(x)' },
  phi: alike(`(${HALF_LINE} * lib.exp(-((x)**2) / 2))`),
  pow: alike('(x)**(y)'),
  max: { numpy: 'np.maximum(x, y)', torch: 'torch.maximum(x, y)' },
  min: { numpy: 'np.minimum(x, y)', torch: 'torch.minimum(x, y)' },
};
