import type { ActivationSlot, Route } from '../../core/activations';
import { isFused, type Layer } from '../../core/model/model';
import type { BufferName } from '../../core/model/names';
import type { OperationName } from '../../core/operations';
import { routeTaken } from '../../core/operations/route-taken';
import { droppedSegment } from '../../core/pass/checkpoint';
import { operationOf, partOf, resultOf } from '../../core/pass/nodes';
import type { CacheEvent, Step, Trace } from '../../core/pass/trace';
import { identifier } from './expressions';
import { namesOf } from './listing';
import { ownIn } from './numpy/of-layer';

/** What the record says of a layer's caches: what was kept, and what its backward read. */
export interface LayerPass {
  readonly layer: Layer;
  readonly l: number;
  /** L. */
  readonly last: number;
  /** What its activation_cache keeps for the way back. */
  readonly kept: readonly ActivationSlot[];
  /** What the way forward left behind: a checkpoint drops caches, and has the segment run again. */
  readonly left: 'all' | 'linear_cache' | 'nothing';
  /** Undefined where the slope is 1 everywhere, or nothing reads the cache. */
  readonly route: Route | undefined;
  readonly read: ActivationSlot | undefined;
  /** Whether Z was computed again for the way back. */
  readonly missed: boolean;
  /** Whether the way back begins at this layer, with dZ[L] at once. */
  readonly fused: boolean;
  /** What its linear_cache has as A_prev. */
  readonly input: BufferName;
}

/** The operations whose caches the course's functions of a layer pack: linear_activation_forward is both at once. */
const packed: ReadonlySet<string> = new Set<OperationName>(['dense', 'activation']);

/** What a pass did with the caches of layer l. */
export function passOf(l: number, { model, nodes, steps }: Trace): LayerPass {
  const ofLayer = steps.filter(({ layer, node }) => layer === l && packed.has(node.op));
  const ofG = ofLayer.filter(({ node }) => operationOf(node).g);
  const eventsIn = (of: readonly Step[], cache: CacheEvent['cache'], kind: CacheEvent['kind']) =>
    of.flatMap((step) => step.cache.filter((event) => event.kind === kind && event.cache === cache));
  const back = ofLayer.find((step) => step.phase === 'backward');
  const forward = ofLayer.filter((step) => step.phase === 'forward');
  const keepsAll = ofG.every(({ phase }) => phase !== 'recompute');
  const keepsLinear = eventsIn(forward, 'linear', 'save').length > 0;
  const last = model.layers.length;
  // The Z that answers a miss stands in the slot for one step; it was not kept.
  const saved = eventsIn(ofG, 'activation', 'save');
  return {
    layer: model.layers[l - 1]!,
    l,
    last,
    kept: [...new Set(saved.map(({ slot }) => slot))] as ActivationSlot[],
    left: keepsAll ? 'all' : keepsLinear ? 'linear_cache' : 'nothing',
    route: back && routeTaken(back, model),
    read: back && (eventsIn([back], 'activation', 'read')[0]?.slot as ActivationSlot | undefined),
    missed: back !== undefined && eventsIn([back], 'activation', 'miss').length > 0,
    input: nodes.find(({ layer }) => layer === l)!.input,
    fused: l === last && isFused(model),
  };
}

/** Whether a step runs again what a checkpoint dropped, and does not answer a miss, which comes later. */
export const isRebuilt = (step: Step, { model, steps }: Trace): boolean =>
  step.phase === 'recompute' &&
  droppedSegment(model, step.layer) !== undefined &&
  steps.find(({ phase, node }) => phase === 'recompute' && node === step.node) === step;

/** The variable that a step computes, by the course's name; `Z again` where a miss has Z computed again. */
export function variableOf(step: Step, trace: Trace, { missed, input }: LayerPass): string {
  const result = resultOf(step);
  const answers = missed && step.phase === 'recompute' && !partOf(step).isDrawn;
  if (answers && !isRebuilt(step, trace)) return 'Z again';
  for (const [name, tensor] of namesOf(step.layer, input))
    if (tensor === result && !(name === 'A_prev')) return name;
  throw new Error(`no variable stands for ${result}`);
}

/** A comment that names the formula in a line; where the line can only call it, one that says what the function is. */
export function formulaNote(layer: Layer): string {
  const { activation, own } = layer;
  if (!own) return '';
  if (ownIn(layer, 'numpy')) return `  # ${activation}`;
  const { formula, slope, slopeFromA } = own;
  const given = [slope && `, g'(z) = ${slope}`, slopeFromA && `, g' = ${slopeFromA} in terms of a`];
  return `  # ${identifier(activation)}: g(z) = ${formula}${given.filter(Boolean).join('')}`;
}
