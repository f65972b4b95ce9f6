import type { Dropout } from '../../core/model/regularisation';
import { type Draft, indented, type Language } from './listing';
import { defined } from './numpy/forward';

/** In every language the same: what is let through, divided by keep_prob. */
const through = (to: string, from: string, { keep_prob }: Dropout): Draft => ({
  text: `${to} = ${from} * D / ${keep_prob}`,
  sets: to,
});

const numpyDraw = ({ keep_prob, keep, seed }: Dropout, of: string, sets: string): Draft[] => [
  ...(keep === 'seed' ? [{ text: `np.random.seed(${seed >>> 0})`, sets }] : []),
  { text: `D = (np.random.rand(*${of}.shape) < ${keep_prob})`, sets },
];

/** `dropout_forward`, as the course has it. */
export const dropoutForward = (of: Dropout): Draft[] =>
  defined('dropout_forward(A)', [
    ...numpyDraw(of, 'A', 'Adrop'),
    through('Adrop', 'A', of),
    { text: `dropout_cache = ${of.keep === 'mask' ? 'D' : 'None  # the seed is enough'}`, packing: 'packs' },
    { text: 'return Adrop, dropout_cache' },
  ]);

/** `dropout_backward`, which draws D once more where its seed alone was kept. */
export const dropoutBackward = (of: Dropout): Draft[] =>
  defined('dropout_backward(dAdrop, dropout_cache)', [
    ...(of.keep === 'mask'
      ? [{ text: 'D = dropout_cache', packing: 'unpacks' as const }]
      : numpyDraw(of, 'dAdrop', 'D')),
    through('dA', 'dAdrop', of),
    { text: 'return dA' },
  ]);

/** Dropout as a function of PyTorch with its own backward. */
function inTorch(of: Dropout): Draft[] {
  const { keep_prob, keep, seed } = of;
  const draw = (x: string, sets: string): Draft[] =>
    keep === 'mask'
      ? [{ text: `D = torch.rand_like(${x}) < ${keep_prob}`, sets }]
      : [
          { text: `generator = torch.Generator(${x}.device).manual_seed(${seed})`, sets },
          {
            text: `D = torch.rand(${x}.shape, generator=generator, device=${x}.device) < ${keep_prob}`,
            sets,
          },
        ];
  return [
    { text: 'import torch' },
    { text: '' },
    { text: 'class Dropout(torch.autograd.Function):' },
    ...indented([
      { text: '@staticmethod' },
      { text: 'def forward(ctx, A):' },
      ...indented([
        ...draw('A', 'Adrop'),
        through('Adrop', 'A', of),
        ...(keep === 'mask' ? [{ text: 'ctx.save_for_backward(D)', packing: 'packs' as const }] : []),
        { text: 'return Adrop' },
      ]),
      { text: '' },
      { text: '@staticmethod' },
      { text: 'def backward(ctx, dAdrop):' },
      ...indented([
        ...(keep === 'mask'
          ? [{ text: 'D, = ctx.saved_tensors', packing: 'unpacks' as const }]
          : draw('dAdrop', 'D')),
        through('dA', 'dAdrop', of),
        { text: 'return dA' },
      ]),
    ]),
  ];
}

/** Dropout in JAX, where whoever calls it gives the key. */
function inJax(of: Dropout): Draft[] {
  const { keep_prob, keep } = of;
  const kept = keep === 'mask' ? 'D' : 'key';
  const draw = (x: string, sets: string): Draft => ({
    text: `D = jax.random.bernoulli(key, ${keep_prob}, ${x}.shape)`,
    sets,
  });
  return [
    { text: 'import jax' },
    { text: '' },
    { text: '@jax.custom_vjp' },
    { text: 'def dropout(A, key):' },
    ...indented([{ text: 'return dropout_fwd(A, key)[0]' }]),
    { text: '' },
    { text: 'def dropout_fwd(A, key):' },
    ...indented([
      draw('A', 'Adrop'),
      through('Adrop', 'A', of),
      { text: `residuals = (${kept},)`, packing: 'packs' },
      { text: 'return Adrop, residuals' },
    ]),
    { text: '' },
    { text: 'def dropout_bwd(residuals, dAdrop):' },
    ...indented([
      { text: `${kept}, = residuals`, packing: 'unpacks' },
      ...(keep === 'mask' ? [] : [draw('dAdrop', 'D')]),
      through('dA', 'dAdrop', of),
      { text: 'return dA, None' },
    ]),
    { text: '' },
    { text: 'dropout.defvjp(dropout_fwd, dropout_bwd)' },
  ];
}

/** Dropout with its own backward, to be pasted as it stands. */
export const dropoutIn = (of: Dropout, framework: Exclude<Language, 'numpy'>): Draft[] =>
  framework === 'torch' ? inTorch(of) : inJax(of);
