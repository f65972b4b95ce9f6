import { type Draft, indented } from '../listing';

/** A language in which a function is written with its own backward, as a vector-Jacobian product. */
export type Framework = 'torch' | 'jax';

/** A function with its own backward: what both parts do, in the words of no framework. */
export interface WithBackward {
  readonly name: string;
  readonly args: readonly string[];
  /** The gradient that comes from above. */
  readonly above: string;
  readonly shapes: string;
  readonly forward: readonly Draft[];
  readonly result: string;
  readonly saved: readonly string[];
  readonly backward: readonly Draft[];
  /** The gradient of each argument; `None` where none is asked for. */
  readonly gradients: readonly string[];
}

/** What has to be imported for a listing to run as it stands. */
const imports = (framework: Framework, drafts: readonly Draft[]): Draft[] => {
  const maths = drafts.some(({ text }) => /\bmath\./.test(text)) ? [{ text: 'import math' }] : [];
  const own = framework === 'torch' ? ['import torch'] : ['import jax', 'import jax.numpy as jnp'];
  return [...maths, ...own.map((text) => ({ text })), { text: '' }];
};

const inTorch = (f: WithBackward): Draft[] => [
  { text: `class ${f.name}(torch.autograd.Function):` },
  ...indented([
    { text: '@staticmethod' },
    { text: `def forward(ctx, ${f.args.join(', ')}):` },
    ...indented([
      { text: f.shapes },
      ...f.forward,
      { text: `ctx.save_for_backward(${f.saved.join(', ')})`, packing: 'packs' },
      { text: `return ${f.result}` },
    ]),
    { text: '' },
    { text: '@staticmethod' },
    { text: `def backward(ctx, ${f.above}):` },
    ...indented([
      { text: `${list(f.saved)} = ctx.saved_tensors`, packing: 'unpacks' },
      ...f.backward,
      { text: `return ${f.gradients.join(', ')}` },
    ]),
  ]),
];

const inJax = (f: WithBackward): Draft[] => {
  const name = f.name.toLowerCase();
  const args = f.args.join(', ');
  return [
    { text: '@jax.custom_vjp' },
    { text: `def ${name}(${args}):` },
    ...indented([{ text: `return ${name}_fwd(${args})[0]` }]),
    { text: '' },
    { text: `def ${name}_fwd(${args}):` },
    ...indented([
      { text: f.shapes },
      ...f.forward,
      { text: `residuals = (${list(f.saved)})`, packing: 'packs' },
      { text: `return ${f.result}, residuals` },
    ]),
    { text: '' },
    { text: `def ${name}_bwd(residuals, ${f.above}):` },
    ...indented([
      { text: `${list(f.saved)} = residuals`, packing: 'unpacks' },
      ...f.backward,
      { text: `return ${f.gradients.join(', ')}` },
    ]),
    { text: '' },
    { text: `${name}.defvjp(${name}_fwd, ${name}_bwd)` },
  ];
};

/** Names as a tuple takes them: one alone with a comma. */
const list = (names: readonly string[]): string => (names.length === 1 ? `${names[0]},` : names.join(', '));

/** A function with its own backward, to be pasted as it stands. */
export function written(f: WithBackward, framework: Framework): Draft[] {
  const drafts = framework === 'torch' ? inTorch(f) : inJax(f);
  return [...imports(framework, drafts), ...drafts];
}
