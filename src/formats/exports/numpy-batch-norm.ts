import { gradientOf, type Kind, named, parseName } from '../../core/model/names';
import { type BatchNormRuleName, batchNormRules } from '../../core/model/regularisation';
import type { Step, Trace } from '../../core/pass/trace';
import { check, eventsOf, packed } from './numpy-lines';

/** What batch norm works out, each of those before it, by its name without a layer. */
const stagesOf = (Z: string, epsilon: number): readonly (readonly [Kind, string])[] => [
  ['mean', `np.mean(${Z}, axis=1, keepdims=True)`],
  ['centred', `${Z} - mean`],
  ['variance', 'np.mean(centred**2, axis=1, keepdims=True)'],
  ['std', `np.sqrt(variance + ${epsilon})`],
  ['inv_std', '1 / std'],
  ['Znorm', 'centred * inv_std'],
];

/** The lines of batch norm's way forward; out of its cache, where that is held. */
export function batchNormForward(step: Step, { model }: Trace): string[] {
  const { layer: l, node } = step;
  const read = eventsOf(step, 'read');
  const scaled = `${node.output} = gamma${l} * Znorm + beta${l}`;
  if (read.length > 0) {
    const kept = keptBy(step, model.layers[l - 1]!.batch_norm!.keep);
    return [
      ...kept.lines,
      scaled.replace(`gamma${l}`, 'gamma'),
      check(node.output),
      `del ${kept.names.join(', ')}`,
    ];
  }
  const written = new Set(step.writes.map(({ name }) => name));
  const stages = stagesOf(node.input, model.layers[l - 1]!.batch_norm!.epsilon);
  const saved = eventsOf(step, 'save').filter(({ cache }) => cache === 'batch_norm');
  return [
    ...stages.flatMap(([kind, expression]) => [
      `${kind} = ${expression}`,
      ...(written.has(named(kind, l)) ? [check(named(kind, l), kind)] : []),
    ]),
    scaled,
    check(node.output),
    ...(saved.length > 0
      ? [`batch_norm_cache${l} = ${packed(saved.map(({ slot, buffer }) => localOf(slot, buffer)))}`]
      : []),
    `del ${[node.input, ...stages.map(([kind]) => kind)].join(', ')}`,
  ];
}

/** Z and gamma stand under their own names; what batch norm works out, under that of its stage. */
const localOf = (slot: string, buffer: string): string =>
  slot === 'Z' || slot === 'gamma' ? buffer : parseName(buffer).kind;

/** The cache taken apart, with Znorm worked out again where it was not kept; and the names that this leaves. */
function keptBy({ layer: l }: Step, rule: BatchNormRuleName) {
  const slots = batchNormRules[rule].keeps;
  return {
    lines: [
      `${slots.join(', ')} = batch_norm_cache${l}`,
      ...(rule === 'input' ? ['Znorm = (Z - mean) * inv_std  # worked out again'] : []),
    ],
    names: rule === 'input' ? [...slots, 'Znorm'] : slots,
  };
}

const inStages = (epsilon: number): string[] => [
  '# Stage by stage, each undoing one of the way forward',
  'dinv_std = np.sum(dZnorm * centred, axis=1, keepdims=True)',
  'dstd = -dinv_std / std**2',
  `dvariance = dstd / (2 * np.sqrt(variance + ${epsilon}))`,
  'dcentred = dZnorm * inv_std + 2 * centred * dvariance / centred.shape[1]',
  'dZ = dcentred - np.mean(dcentred, axis=1, keepdims=True)',
];

const atOnce = [
  'dZ = inv_std * (dZnorm - np.mean(dZnorm, axis=1, keepdims=True)',
  '                - Znorm * np.mean(dZnorm * Znorm, axis=1, keepdims=True))',
];

/** The lines of batch norm's way back, which stand at the first of its steps. */
export function batchNormBackward(step: Step, { model }: Trace): string[] {
  const { layer: l, node } = step;
  const { keep, epsilon } = model.layers[l - 1]!.batch_norm!;
  const { lines, names } = keptBy(step, keep);
  const above = gradientOf(node.output);
  return [
    ...lines,
    `dgamma${l} = np.mean(${above} * Znorm, axis=1, keepdims=True)`,
    check(`dgamma${l}`),
    `dbeta${l} = np.mean(${above}, axis=1, keepdims=True)`,
    check(`dbeta${l}`),
    `dZnorm = gamma * ${above}`,
    check(`dZnorm${l}`, 'dZnorm'),
    ...(keep === 'all' ? inStages(epsilon) : atOnce),
    `${gradientOf(node.input)} = dZ`,
    check(gradientOf(node.input)),
    `del batch_norm_cache${l}, ${names.join(', ')}`,
  ];
}
