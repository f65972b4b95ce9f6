import type { ActivationName } from '../../core/activations';
import type { CacheEvent, Step, Trace } from '../../core/trace';

/** What is unpacked from a layer's cache in a step, and deleted. */
const readsOf = ({ cache }: Step): readonly CacheEvent[] => cache.filter(({ kind }) => kind === 'read');

const savedBy = ({ cache }: Step, name: CacheEvent['cache']): string[] =>
  cache.filter((event) => event.kind === 'save' && event.cache === name).map(({ buffer }) => buffer);

/** The lines of `name` after which a cache is gone. */
const freed = ({ cache, layer }: Step): string[] =>
  [...new Set(cache.filter(({ kind }) => kind === 'free').map((event) => event.cache))].map((name) =>
    name === 'loss' ? 'del loss_cache' : `del ${name}_cache${layer}`,
  );

/** A cache as a dictionary of its slots; the names that stand in it are of buffers. */
const dictionary = (step: Step, name: CacheEvent['cache']): string => {
  const saves = step.cache.filter((event) => event.kind === 'save' && event.cache === name);
  return `{${saves.map(({ slot, buffer }) => `"${slot}": ${buffer}`).join(', ')}}`;
};

function linearLines(step: Step): string[] {
  const { layer: l } = step;
  const [A_prev, W, b] =
    readsOf(step).length > 0
      ? ['A_prev', 'W', 'b'].map((slot) => `linear_cache${l}["${slot}"]`)
      : [`A${l - 1}`, `W${l}`, `b${l}`];
  const lines = [`Z${l} = linear_forward(${A_prev}, ${W}, ${b})`];
  const byName = readsOf(step).length === 0 && l > 1;
  if (savedBy(step, 'linear').length > 0) lines.push(`linear_cache${l} = ${dictionary(step, 'linear')}`);
  if (savedBy(step, 'activation').length > 0) lines.push(`activation_cache${l}["Z"] = Z${l}`, `del Z${l}`);
  // What the next layer has read is kept by its cache, or by nobody.
  return byName ? [...lines, `del A${l - 1}`] : lines;
}

function activationLines(step: Step, { model }: Trace): string[] {
  const { layer: l } = step;
  const { activation, alpha } = model.layers[l - 1]!;
  const withAlpha = hasAlpha(activation) ? `, ${alpha}` : '';
  const derived = step.writes.filter((name) => /^(mask|slope)/.test(name));
  return [
    `A${l} = ${activation}(Z${l}${withAlpha})`,
    ...derived.map((name) => `${name} = ${activation}_${name.replace(/\d+$/, '')}(Z${l}${withAlpha})`),
    `activation_cache${l} = ${dictionary(step, 'activation')}`,
    `del ${[`Z${l}`, ...derived].join(', ')}`,
  ];
}

const hasAlpha = (activation: string): boolean => activation === 'leaky_relu' || activation === 'elu';

function backwardLines(step: Step, { model }: Trace): string[] {
  const { layer: l } = step;
  const { activation, alpha } = model.layers[l - 1]!;
  const slot = readsOf(step)[0]?.slot;
  const withAlpha = hasAlpha(activation) && slot !== 'slope' ? `, ${alpha}` : '';
  return [
    slot === undefined
      ? `dZ${l} = dA${l}`
      : `dZ${l} = ${activation}_backward_from_${slot}(dA${l}, activation_cache${l}["${slot}"]${withAlpha})`,
    `del activation_cache${l}`,
  ];
}

/** The lines of a step, in the order in which it reads, writes, keeps and frees. */
export function linesOf(step: Step, trace: Trace): string[] {
  const { op, phase, layer: l } = step;
  const last = trace.model.layers.length;
  switch (op) {
    case 'linear':
      return linearLines(step);
    case 'activation':
      return phase === 'backward' ? backwardLines(step, trace) : activationLines(step, trace);
    case 'cost':
      return [`cost = compute_cost(A${last}, Y)`, `loss_cache = {"A": A${last}}`, `del A${last}`];
    case 'cost_gradient':
      return [`dA${last} = cost_backward(loss_cache["A"], Y)`, ...freed(step)];
    case 'weights':
      return [`dW${l} = dZ${l} @ linear_cache${l}["A_prev"].T / m`, ...freed(step)];
    case 'bias':
      return [`db${l} = np.sum(dZ${l}, axis=1, keepdims=True) / m`];
    case 'input':
      return [`dA${l - 1} = linear_cache${l}["W"].T @ dZ${l}`, ...freed(step)];
  }
}

/** The routes on which a pass reads an activation's cache, so that only these are written out. */
export function routesUsed({ steps, model }: Trace): ReadonlyMap<ActivationName, ReadonlySet<string>> {
  const used = new Map<ActivationName, Set<string>>();
  for (const { layer, op, cache, writes } of steps) {
    if (op !== 'activation') continue;
    const name = model.layers[layer - 1]!.activation as ActivationName;
    const routes = used.get(name) ?? new Set();
    used.set(name, routes);
    for (const event of cache) if (event.kind === 'read') routes.add(event.slot);
    for (const written of writes)
      if (/^(mask|slope)/.test(written)) routes.add(`${written.replace(/\d+$/, '')}!`);
  }
  return used;
}
