/** How a function is written that is not in the record of functions. */
export interface Spelling {
  /** How many arguments it takes: at least, and at most. */
  readonly takes: readonly [number, number];
  /** What it stands for, with p, q, r for its arguments. */
  readonly means: string;
  /** What arguments that are left out are. */
  readonly usual?: readonly string[];
  /** What it stands for where one of them is left out. */
  readonly without?: Readonly<Record<'q' | 'r', string>>;
  /** Arguments that may stand by their names: which of p, q, r each is. */
  readonly named?: Readonly<Record<string, 'p' | 'q' | 'r'>>;
}

const one = (means: string): Spelling => ({ takes: [1, 1], means });
const two = (means: string): Spelling => ({ takes: [2, 2], means });
const slope = { alpha: 'q', a: 'q', negative_slope: 'q' } as const;
const clip: Spelling = {
  takes: [2, 3],
  means: 'min(max(p, q), r)',
  without: { q: 'min(p, r)', r: 'max(p, q)' },
  named: { min: 'q', max: 'r', a_min: 'q', a_max: 'r', clip_value_min: 'q', clip_value_max: 'r' },
};

/** Other names of functions in the record. */
const alias = (name: string, names: readonly string[]): Record<string, Spelling> =>
  Object.fromEntries(names.map((other) => [other, one(`${name}(p)`)]));

/**
 * How people write functions, in what they stand for: as NumPy, PyTorch, JAX and Math call them, the activations by
 * their names, and some of paper. To understand another is to add it here.
 */
export const spellings: Readonly<Record<string, Spelling>> = {
  ...alias('log', ['ln']),
  ...alias('log10', ['lg']),
  ...alias('log2', ['lb', 'ld']),
  ...alias('abs', ['fabs', 'absolute']),
  ...alias('sign', ['sgn', 'signum']),
  ...alias('round', ['rint', 'around']),
  ...alias('tan', ['tg']),
  ...alias('cot', ['ctg', 'cotan']),
  ...alias('asin', ['arcsin']),
  ...alias('acos', ['arccos']),
  ...alias('atan', ['arctan', 'arctg']),
  ...alias('sinh', ['sh']),
  ...alias('cosh', ['ch']),
  ...alias('tanh', ['th', 'tgh']),
  ...alias('asinh', ['arcsinh', 'arsinh', 'arsh']),
  ...alias('acosh', ['arccosh', 'arcosh', 'arch']),
  ...alias('atanh', ['arctanh', 'artanh', 'arth']),
  ...alias('sigmoid', ['σ', 'sigma', 'logistic', 'expit', 'sigm']),
  ...alias('Phi', ['Φ', 'ndtr', 'normcdf', 'norm_cdf']),
  ...alias('phi', ['φ', 'ϕ', 'normpdf', 'norm_pdf']),
  maximum: two('max(p, q)'),
  fmax: two('max(p, q)'),
  minimum: two('min(p, q)'),
  fmin: two('min(p, q)'),
  power: two('p ^ q'),
  add: two('p + q'),
  subtract: two('p - q'),
  multiply: two('p * q'),
  divide: two('p / q'),
  reciprocal: one('1 / p'),
  negative: one('-p'),
  exp2: one('2 ^ p'),
  erfc: one('1 - erf(p)'),
  logaddexp: two('max(p, q) + log1p(exp(-abs(p - q)))'),
  where: { takes: [3, 3], means: 'p ? q : r' },
  ifelse: { takes: [3, 3], means: 'p ? q : r' },
  clip,
  clamp: clip,
  clip_by_value: clip,
  heaviside: { takes: [1, 2], means: 'p > 0 ? 1 : (p < 0 ? 0 : q)', usual: ['p', '0'] },
  step: one('p > 0 ? 1 : 0'),
  relu: one('max(0, p)'),
  relu6: one('min(max(0, p), 6)'),
  leaky_relu: { takes: [1, 2], means: 'p > 0 ? p : q * p', usual: ['p', '0.01'], named: slope },
  leakyrelu: { takes: [1, 2], means: 'p > 0 ? p : q * p', usual: ['p', '0.01'], named: slope },
  prelu: two('p > 0 ? p : q * p'),
  elu: { takes: [1, 2], means: 'p > 0 ? p : q * expm1(p)', usual: ['p', '1'], named: slope },
  selu: one('p > 0 ? 1.0507009873554805 * p : 1.0507009873554805 * 1.6732632423543772 * expm1(p)'),
  silu: one('p * sigmoid(p)'),
  swish: one('p * sigmoid(p)'),
  gelu: one('p * Phi(p)'),
  mish: one('p * tanh(softplus(p))'),
  softsign: one('p / (1 + abs(p))'),
  logsigmoid: one('-softplus(-p)'),
  log_sigmoid: one('-softplus(-p)'),
  tanhshrink: one('p - tanh(p)'),
  hard_tanh: one('min(max(p, -1), 1)'),
  hardtanh: one('min(max(p, -1), 1)'),
  hard_sigmoid: one('min(max(p + 3, 0), 6) / 6'),
  hardsigmoid: one('min(max(p + 3, 0), 6) / 6'),
  hard_swish: one('p * min(max(p + 3, 0), 6) / 6'),
  hardswish: one('p * min(max(p + 3, 0), 6) / 6'),
  float: one('p'),
  double: one('p'),
  int: one('p'),
  logit: one('log(p / (1 - p))'),
};

/** Whether a name is one that is written out. */
export const isSpelling = (name: string): boolean => Object.hasOwn(spellings, name);
