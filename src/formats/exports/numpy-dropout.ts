import type { Model } from '../../core/model/model';
import { gradientOf } from '../../core/model/names';
import { droppedSegment } from '../../core/pass/checkpoint';
import type { Step, Trace } from '../../core/pass/trace';
import { check, eventsOf } from './numpy-lines';

/** Whether a layer's D is drawn in the script, and not given as an array. */
export const isDrawn = ({ dropout }: Model['layers'][number]): boolean =>
  dropout !== undefined && dropout.keep === 'seed' && dropout.D === undefined;

/** The page's numbers from a seed, so that the script draws the same D, and the same once more. */
export const drawing = `def mixed(bits):
    """A number of 32 bits for one of 32 bits: the end of MurmurHash3."""
    bits = (bits ^ (bits >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    bits = (bits ^ (bits >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return bits ^ (bits >> np.uint32(16))


def drawn(seed, layer, shape, keep_prob):
    """D as the page draws it, the same for the same seed: each cell 1 with keep_prob."""
    start = (seed * 0x9E3779B1) % 2**32 ^ ((layer + 1) * 0x85EBCA6B) % 2**32
    places = np.arange(1, shape[0] * shape[1] + 1, dtype=np.uint32)
    bits = mixed(mixed(np.array([start], dtype=np.uint32)) + places * np.uint32(0x9E3779B9))
    return (bits / 2.0**32 < keep_prob).reshape(shape)`;

const drawingOf = ({ layers }: Model, l: number, shape: string): string => {
  const layer = layers[l - 1]!;
  const { seed, keep_prob } = layer.dropout!;
  return isDrawn(layer) ? `drawn(${seed}, ${l}, ${shape}, ${keep_prob})` : `given_D${l}`;
};

/** The lines of D drawn once more. */
export const dropoutDraw = ({ layer: l, node }: Step, { model }: Trace): string[] => [
  `D${l} = ${drawingOf(model, l, `${gradientOf(node.output)}.shape`)}`,
  check(`D${l}`),
];

/** The lines of dropout's way forward. */
export function dropoutForward(step: Step, { model }: Trace): string[] {
  const { layer: l, node, phase } = step;
  const saves = eventsOf(step, 'save').length > 0;
  const segment = droppedSegment(model, l);
  const isEnd = phase === 'recompute' && segment?.last === l;
  return [
    `D${l} = ${drawingOf(model, l, `${node.input}.shape`)}`,
    check(`D${l}`),
    `${node.output} = ${node.input} * D${l} / ${model.layers[l - 1]!.dropout!.keep_prob}`,
    check(node.output),
    ...(saves ? [`dropout_cache${l} = D${l}`] : []),
    `del ${[node.input, `D${l}`, ...(isEnd ? [node.output] : [])].join(', ')}`,
  ];
}

/** The lines of dropout's way back. */
export function dropoutBackward(step: Step, { model }: Trace): string[] {
  const { layer: l, node } = step;
  const missed = eventsOf(step, 'miss').length > 0;
  const D = missed ? `D${l}` : `dropout_cache${l}`;
  return [
    `${gradientOf(node.input)} = ${gradientOf(node.output)} * ${D} / ${model.layers[l - 1]!.dropout!.keep_prob}`,
    check(gradientOf(node.input)),
    `del ${D}`,
  ];
}
