import { activationOf } from '../core/activations';
import { cachedBytes } from '../core/model/model';
import { type Step, slotKey, type Trace } from '../core/pass/trace';

/** What a reader should notice at a step and its picture does not say; undefined where there is nothing. */
export function insightOf(step: Step, trace: Trace): string | undefined {
  if (step.op === 'linear') return step.phase === 'recompute' ? recomputed(step) : undefined;
  if (step.op === 'bias') return undefined;
  if (step.op === 'cost_gradient' || step.op === 'weights') return PER_EXAMPLE;
  if (step.op === 'output') return [PER_EXAMPLE, ...listIf(unreadIn(step, trace))].join(' ');
  if (step.op === 'activation')
    return step.phase === 'forward' ? kept(step, trace) : backwardOrKink(step, trace);
  return undefined;
}

/** Where 1/m is: half of all wrong dW have it twice, or not at all. */
const PER_EXAMPLE = "dA and dZ are per example; the mean's 1/m comes with dW and db.";

const listIf = (sentence: string | undefined): string[] => (sentence === undefined ? [] : [sentence]);

/** Of the slots that a step lets go of, those that no step read. */
function unreadIn({ layer, cache }: Step, trace: Trace): string | undefined {
  const names = cache
    .filter((event) => event.kind === 'free' && !wasRead(slotKey(event), trace))
    .map(({ slot }) => `${slot}[${layer}]`);
  if (names.length === 0) return undefined;
  return names.length === 1
    ? `${names[0]} was kept too, and no step reads it.`
    : `${names.join(' and ')} were kept too, and no step reads them.`;
}

const recomputed = ({ layer }: Step) =>
  `Only here is b[${layer}] read out of a cache. Keeping too little costs a matrix product.`;

/** Of A that is kept: that it costs nothing where the next layer keeps it anyway. */
function kept({ layer, cache }: Step, { model }: Trace): string | undefined {
  const slots = cache.filter(({ kind }) => kind === 'save').map(({ slot }) => slot);
  const last = layer === model.layers.length;
  const costs = (slot: string) => cachedBytes(`${slot}${layer}`, model);
  if (slots.includes('A'))
    return `A[${layer}] costs no further bytes: it is one buffer with ${
      last ? 'what the loss keeps' : `the A_prev of layer ${layer + 1}`
    }, counted once.`;
  if (slots.length === 1 && slots[0] !== 'A')
    return `${slots[0]} costs ${costs(slots[0]!).toLocaleString('en')} bytes of its own.`;
  return undefined;
}

function backwardOrKink(step: Step, trace: Trace): string | undefined {
  const sentences = [...listIf(kinkOfHardSwish(step, trace)), ...listIf(backward(step, trace))];
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

/** That hard_swish's slope at exactly ±3 is a matter of the version. */
function kinkOfHardSwish({ layer }: Step, { model, buffers }: Trace): string | undefined {
  if (model.layers[layer - 1]!.activation !== 'hard_swish') return undefined;
  const isKink = (z: number) => Math.abs(z) === 3;
  if (!buffers.get(`Z${layer}`)!.data.some(isKink)) return undefined;
  return `Z[${layer}] is exactly 3 or −3 in some cell: a kink of hard_swish, where versions of PyTorch differ. Here the slope is 0 at −3 and 1 at 3.`;
}

function backward(step: Step, trace: Trace): string | undefined {
  const { layer, cache } = step;
  const of = trace.model.layers[layer - 1]!;
  const { activation } = of;
  const routes = activationOf(of).routes(of.alpha);
  const events = (kind: string) => cache.filter((event) => event.kind === kind);
  const read = events('read')[0]?.slot;
  // Of a formula only a search can tell whether A would do.
  if (of.formula !== undefined) return undefined;
  if (routes.length === 0) return `Whatever is kept for ${activation} is kept for nothing.`;
  const aIsEnough = routes.includes('A');
  if (events('miss').length > 0)
    return aIsEnough
      ? `A[${layer}] alone would have been enough for ${activation}.`
      : `${activation} gives one output for two z with two slopes, so that A cannot stand in for Z.`;
  const unread = unreadIn(step, trace);
  if (unread) return unread;
  if (read !== 'Z') return undefined;
  if (!aIsEnough) return `A would not be enough: ${activation} gives one output for two z with two slopes.`;
  const bytes = cachedBytes(`Z${layer}`, trace.model);
  return `A[${layer}] would do as well, and it is kept anyway: Z[${layer}] costs ${bytes.toLocaleString('en')} bytes more.`;
}

const wasRead = (key: string, { steps }: Trace): boolean =>
  steps.some(({ cache }) => cache.some((event) => event.kind === 'read' && slotKey(event) === key));
