import type { ActivationName } from '../../core/activations';
import { keptSlots } from '../../core/model/model';
import { routeTaken } from '../../core/operations/route-taken';
import { droppedSegment } from '../../core/pass/checkpoint';
import type { CacheEvent, Step, Trace } from '../../core/pass/trace';
import { backwardName, hasAlpha, isDerived, type usesOf } from '../../explain/code/uses';
import { pythonText } from './python';

const eventsOf = ({ cache }: Step, kind: CacheEvent['kind']) => cache.filter((event) => event.kind === kind);

const check = (name: string): string => `check(${pythonText(name)}, ${name})`;

function linearLines(step: Step, { model }: Trace): string[] {
  const { layer: l, phase } = step;
  const fromCache = eventsOf(step, 'read').length > 0;
  const keeps = eventsOf(step, 'save').some(({ cache }) => cache === 'linear');
  const args = fromCache ? 'A_prev, W, b' : `A${l - 1}, W${l}, b${l}`;
  // A checkpoint's layer has its linear_cache alone until the segment is run again.
  const where = droppedSegment(model, l) ? `linear_cache${l}` : `cache${l}[0]`;
  return [
    ...(fromCache ? [`A_prev, W, b = ${where}`] : []),
    // A name for what is not kept would keep it.
    keeps ? `Z${l}, linear_cache${l} = linear_forward(${args})` : `Z${l} = linear_forward(${args})[0]`,
    check(`Z${l}`),
    ...(fromCache ? ['del A_prev, W, b'] : []),
    // What the next layer has read is kept by its cache, or by nobody.
    ...(!fromCache && (l > 1 || phase === 'recompute') ? [`del A${l - 1}`] : []),
  ];
}

/** Several values as Python packs them: one alone as itself. */
const packed = (names: readonly string[]): string =>
  names.length === 0 ? 'None' : names.length === 1 ? names[0]! : `(${names.join(', ')})`;

function forwardLines(step: Step, { model }: Trace): string[] {
  const { layer: l, phase } = step;
  const { activation, alpha } = model.layers[l - 1]!;
  const args = hasAlpha(activation) ? `Z${l}, ${alpha}` : `Z${l}`;
  const segment = droppedSegment(model, l);
  const lines = [`A${l} = ${activation}(${args})`, check(`A${l}`)];
  if (segment && phase === 'forward')
    return [...lines, `del Z${l}  # dropped, and computed again on the way back`];
  const derived = step.writes.map(({ name }) => name).filter(isDerived);
  const saved = eventsOf(step, 'save').map(({ buffer }) => buffer);
  const gone = [`Z${l}`, ...derived, `linear_cache${l}`, `activation_cache${l}`];
  return [
    ...lines,
    ...derived.flatMap((name) => [
      `${name} = ${activation}_${name.replace(/\d+$/, '')}(${args})`,
      check(name),
    ]),
    `activation_cache${l} = ${packed(saved)}`,
    `cache${l} = (linear_cache${l}, activation_cache${l})`,
    `del ${[...gone, ...(segment?.last === l ? [`A${l}`] : [])].join(', ')}`,
  ];
}

function backwardLines(step: Step, { model }: Trace, used: ReturnType<typeof usesOf>): string[] {
  const { layer: l } = step;
  const layer = model.layers[l - 1]!;
  const { activation, alpha } = layer;
  const read = eventsOf(step, 'read')[0];
  const missed = eventsOf(step, 'miss').length > 0;
  const kept = keptSlots(layer);
  const several = kept.length > 1;
  const from = missed ? `Z${l}` : several ? read?.slot : 'activation_cache';
  const args = `dA${l}, ${from}${hasAlpha(activation) && read?.slot !== 'slope' ? `, ${alpha}` : ''}`;
  const route = routeTaken(step, model);
  const name = route && backwardName(activation, route, used.get(activation as ActivationName)!);
  return [
    `linear_cache, activation_cache = cache${l}`,
    ...(several ? [`${kept.join(', ')} = activation_cache`] : []),
    name ? `dZ${l} = ${name}(${args})` : `dZ${l} = dA${l}  # its slope is 1 everywhere`,
    check(`dZ${l}`),
    `del cache${l}, activation_cache${several ? `, ${kept.join(', ')}` : ''}${missed ? `, Z${l}` : ''}`,
  ];
}

/** The lines of a step, in the order in which it reads, writes, keeps and frees; none for what the step before did. */
export function linesOf(step: Step, trace: Trace, used: ReturnType<typeof usesOf>): string[] {
  const { op, phase, layer: l } = step;
  switch (op) {
    case 'linear':
      return linearLines(step, trace);
    case 'activation':
      return phase === 'backward' ? backwardLines(step, trace, used) : forwardLines(step, trace);
    case 'cost':
      return [`cost = compute_cost(A${l}, Y)`, check('cost'), `loss_cache = A${l}`, `del A${l}`];
    case 'cost_gradient':
      return [`dA${l} = cost_backward(loss_cache, Y)`, check(`dA${l}`), 'del loss_cache'];
    case 'output':
      // The loss's cache has A[L]; of the layer's own it is the linear_cache that is read.
      return [
        `linear_cache = cache${l}[0]`,
        `dZ${l} = loss_cache - Y`,
        check(`dZ${l}`),
        `del loss_cache, cache${l}`,
      ];
    case 'weights':
      return [
        `${l > 1 ? `dA${l - 1}` : '_'}, dW${l}, db${l} = linear_backward(dZ${l}, linear_cache)`,
        ...[`dW${l}`, `db${l}`, ...(l > 1 ? [`dA${l - 1}`] : [])].map(check),
        'del linear_cache',
      ];
    // The course's linear_backward has done these already.
    default:
      return [];
  }
}
