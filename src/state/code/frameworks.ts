import { backwardOf, derivedOf, forwardOf, translated } from './expressions';
import type { Draft } from './listing';
import { formulaNote, type LayerPass } from './pass';

/** A layer's way forward and back in one framework: where it hides what is kept. */
interface Framework {
  readonly forward: readonly string[];
  readonly backward: readonly string[];
  pack(names: string): string;
  unpack(names: string): string;
  readonly out: { readonly forward: (names: string) => string; readonly backward: (names: string) => string };
}

const frameworks = {
  torch: {
    forward: ['class Layer(autograd.Function):', 'def forward(ctx, A_prev, W, b):'],
    backward: ['class Layer(autograd.Function):', 'def backward(ctx, dA):'],
    pack: (names) => `ctx.save_for_backward(${names})`,
    unpack: (names) => `${names} = ctx.saved_tensors`,
    out: { forward: () => 'return A', backward: (names) => `return ${names}` },
  },
  jax: {
    forward: ['def layer_fwd(A_prev, W, b):  # of custom_vjp'],
    backward: ['def layer_bwd(residuals, dA):  # of custom_vjp'],
    pack: (names) => `residuals = (${names})`,
    unpack: (names) => `${names} = residuals`,
    out: { forward: () => 'return A, residuals', backward: (names) => `return ${names}` },
  },
} satisfies Record<'torch' | 'jax', Framework>;

const savedNames = ({ kept }: LayerPass): string => ['A_prev', 'W', 'b', ...kept].join(', ');

const headed = (lines: readonly string[], shapes: string, body: readonly Draft[]): Draft[] => [
  ...lines.map((text, depth) => ({ text: '    '.repeat(depth) + text })),
  ...[{ text: shapes.trim() }, ...body].map((line) => ({
    ...line,
    text: '    '.repeat(lines.length) + line.text,
  })),
];

/** A layer's forward as a framework has it written by hand, and what it saves. */
export function layerForward(pass: LayerPass, language: 'torch' | 'jax', shapes: string): Draft[] {
  const { layer, kept } = pass;
  const { forward, pack, out } = frameworks[language];
  return headed(forward, shapes, [
    { text: 'Z = W @ A_prev + b', sets: 'Z' },
    { text: `A = ${forwardOf(layer, language)}${formulaNote(layer)}`, sets: 'A' },
    ...kept
      .filter((slot) => slot === 'mask' || slot === 'slope')
      .map((slot) => ({ text: `${slot} = ${derivedOf(layer, slot, language)}` })),
    { text: pack(savedNames(pass)), packing: 'packs' },
    { text: out.forward() },
  ]);
}

/** A layer's backward as a framework has it written by hand, by the route that the record took. */
export function layerBackward(pass: LayerPass, language: 'torch' | 'jax', shapes: string): Draft[] {
  const { layer, read, missed, l } = pass;
  const { backward, unpack, out } = frameworks[language];
  const note = read === undefined ? '  # the slope is 1 everywhere' : formulaNote(layer);
  return headed(backward, shapes, [
    { text: unpack(savedNames(pass)), packing: 'unpacks' },
    ...(missed ? [{ text: 'Z = W @ A_prev + b  # not kept: computed again', sets: 'Z' }] : []),
    { text: `dZ = ${backwardOf(layer, read, language)}${note}`, sets: 'dZ' },
    { text: 'dW = dZ @ A_prev.T / dZ.shape[1]', sets: 'dW' },
    {
      text: `db = ${translated('np.sum(dZ, axis=1, keepdims=True)', language)} / dZ.shape[1]`,
      sets: 'db',
    },
    ...(l > 1 ? [{ text: 'dA_prev = W.T @ dZ', sets: 'dA_prev' }] : []),
    { text: out.backward(l > 1 ? 'dA_prev, dW, db' : 'None, dW, db') },
  ]);
}

/** The loss in a framework's words: its cost, and the gradient per example. */
export function loss(
  parts: { readonly cost: string; readonly gradient: string },
  language: 'torch' | 'jax',
  shapes: string,
  back: boolean,
): Draft[] {
  const { pack, unpack } = frameworks[language];
  const heads = {
    torch: ['class Cost(autograd.Function):', back ? 'def backward(ctx, _):' : 'def forward(ctx, A, Y):'],
    jax: [back ? 'def cost_bwd(residuals, _):' : 'def cost_fwd(A, Y):'],
  };
  return headed(heads[language], shapes, [
    ...(back
      ? ([
          { text: unpack('A, Y'), packing: 'unpacks' },
          { text: `dA = ${parts.gradient}`, sets: 'dA' },
          { text: 'return dA, None' },
        ] as const)
      : ([
          { text: `cost = ${parts.cost}`, sets: 'cost' },
          { text: pack('A, Y'), packing: 'packs' },
          { text: language === 'torch' ? 'return cost' : 'return cost, residuals' },
        ] as const)),
  ]);
}
