import type { ActivationSlot } from '../../../src/core/activations';
import { keepRules } from '../../../src/core/model/keep-rules';
import type { Layer, Model } from '../../../src/core/model/model';
import type { Step } from '../../../src/core/pass/trace';
import { mixesCells, routesByCurve } from '../curve';

/** A step as it can be foretold, without its bytes; a cache event reads `read 1.activation.Z = Z1`. */
export interface ForetoldStep {
  readonly does: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly cache: readonly string[];
}

/** Whether what has that name is computed only to be kept, and has no place but its slot. */
export const standsInItsSlotOnly = (name: string): boolean =>
  /^(mask|slope|mean|centred|variance|std|inv_std)\d+$/.test(name);

/** A step of a trace in the words of a foretold one. */
export const told = ({ phase, op, layer, reads, writes, cache }: Step): ForetoldStep => ({
  does: `${phase} ${op} ${layer}`,
  reads: reads.map(({ name }) => name),
  writes: writes.map(({ name }) => name),
  cache: cache.map((e) => `${e.kind} ${e.layer}.${e.cache}.${e.slot} = ${e.buffer}`),
});

/**
 * The steps of a pass by the table of the design, with the reads that each layer's keep rule allows. What the
 * activations say of their own routes has no part in it: those are judged from the curve.
 */
export function foretell(model: Model): ForetoldStep[] {
  const { layers } = model;
  const last = layers.length;
  const fused = model.output === 'fused' && fuses(model);
  const output = `${last}.loss.A = A${last}`;
  return [
    ...layers.flatMap((layer, i) => forwardOf(i + 1, layer)),
    step(`loss cost ${last}`, [`A${last}`, 'Y'], ['cost'], [`save ${output}`]),
    step(
      fused ? `loss output ${last}` : `loss cost_gradient ${last}`,
      [`A${last}`, 'Y'],
      [fused ? `dZ${last}` : `dA${last}`],
      [`read ${output}`, `free ${output}`, ...(fused ? freesOf(last, layers[last - 1]!) : [])],
    ),
    ...layers
      .map((layer, i) => [...(fused && i + 1 === last ? [] : slopeOf(i + 1, layer)), ...backwardOf(i + 1)])
      .toReversed()
      .flat(),
  ];
}

/** The two pairs of which the design says that dZ[L] = A[L] − Y. */
const fuses = ({ layers, loss }: Model): boolean =>
  [
    ['sigmoid', 'binary_cross_entropy'],
    ['softmax', 'categorical_cross_entropy'],
  ].some(([activation, with_]) => layers.at(-1)!.activation === activation && loss === with_);

/** What a layer keeps for its activation, let go. */
const freesOf = (l: number, layer: Layer): string[] =>
  each(
    'free',
    keptBy(layer).map((slot) => activationSlot(l, slot)),
  );

const step = (does: string, reads: string[], writes: string[], cache: string[] = []): ForetoldStep => ({
  does,
  reads,
  writes,
  cache,
});

const each = (kind: string, slots: readonly string[]) => slots.map((slot) => `${kind} ${slot}`);

const linearCache = (l: number) => ({
  A_prev: `${l}.linear.A_prev = A${l - 1}`,
  W: `${l}.linear.W = W${l}`,
  b: `${l}.linear.b = b${l}`,
});

const activationSlot = (l: number, slot: ActivationSlot) => `${l}.activation.${slot} = ${slot}${l}`;

/** The slots of an activation_cache that a keep rule asks for and the activation has. */
function keptBy({ activation, alpha, keep }: Layer): ActivationSlot[] {
  const has = {
    Z: true,
    A: true,
    slope: !mixesCells(activation),
    mask: routesByCurve(activation, alpha).includes('mask'),
  };
  return keepRules[keep].keeps.filter((slot) => has[slot]);
}

function forwardOf(l: number, layer: Layer): ForetoldStep[] {
  const kept = keptBy(layer);
  const derived = kept.filter((slot) => slot === 'mask' || slot === 'slope').map((slot) => slot + l);
  const saves = each(
    'save',
    kept.map((slot) => activationSlot(l, slot)),
  );
  return [
    step(
      `forward linear ${l}`,
      [`A${l - 1}`, `W${l}`, `b${l}`],
      [`Z${l}`],
      each('save', Object.values(linearCache(l))),
    ),
    step(`forward activation ${l}`, [`Z${l}`], [`A${l}`, ...derived], saves),
  ];
}

function backwardOf(l: number): ForetoldStep[] {
  const { A_prev, W, b } = linearCache(l);
  const freed = each('free', [A_prev, W, b]);
  const weights = step(`backward weights ${l}`, [`dZ${l}`, `A${l - 1}`], [`dW${l}`], [`read ${A_prev}`]);
  const bias = step(`backward bias ${l}`, [`dZ${l}`], [`db${l}`]);
  const input = step(`backward input ${l}`, [`dZ${l}`, `W${l}`], [`dA${l - 1}`], [`read ${W}`, ...freed]);
  return l > 1 ? [weights, bias, input] : [{ ...weights, cache: [...weights.cache, ...freed] }, bias];
}

/** The step of the activation on the way back; before it, Z again where no slot that is kept is a route. */
function slopeOf(l: number, layer: Layer): ForetoldStep[] {
  const routes = routesByCurve(layer.activation, layer.alpha);
  const kept = keptBy(layer);
  const wanted = layer.route === 'Z_stable' ? 'Z' : layer.route;
  const order = [...(wanted ? [wanted] : []), 'slope', 'mask', 'A', 'Z'] as const;
  const route = order.find((slot) => kept.includes(slot) && routes.includes(slot));
  const does = `backward activation ${l}`;
  const frees = freesOf(l, layer);
  if (routes.length === 0) return [step(does, [`dA${l}`], [`dZ${l}`], frees)];
  if (route) {
    const read = `read ${activationSlot(l, route)}`;
    return [step(does, [`dA${l}`, route + l], [`dZ${l}`], [read, ...frees])];
  }
  const Z = activationSlot(l, 'Z');
  const reads = each('read', Object.values(linearCache(l)));
  return [
    step(`recompute linear ${l}`, [`A${l - 1}`, `W${l}`, `b${l}`], [`Z${l}`], [...reads, `save ${Z}`]),
    step(does, [`dA${l}`, `Z${l}`], [`dZ${l}`], [`miss ${Z}`, `read ${Z}`, ...frees, `free ${Z}`]),
  ];
}
