import { type ActivationName, activationOf, type Own } from '../../core/activations';
import type { Precision } from '../../core/math/matrix';
import type { Init } from '../../core/model/init';
import type { KeepRuleName } from '../../core/model/keep-rules';
import type { Layer, OutputName, RouteName } from '../../core/model/model';
import type { BatchNorm, Dropout } from '../../core/model/regularisation';
import type { LossName } from '../../core/operations/losses';
import { type DataSetName, dataSets } from '../../data/sets';
import { type Choice, firstChoice, isOpened, outputsOf, sizesOfChoice } from './choice';

/** A change of a choice. Layers are counted from 1. */
export type Edit = (choice: Choice) => Choice;

const editLayer =
  (l: number, change: Partial<Layer>): Edit =>
  (choice) => ({
    ...choice,
    layers: choice.layers.map((layer, i) => (i === l - 1 ? { ...layer, ...change } : layer)),
  });

/** Another number of units in layer l. */
export const setUnits = (l: number, units: number): Edit => editLayer(l, { units });

/** A layer without what somebody wrote for its activation. */
const unwritten = ({ own, ...layer }: Layer): Layer => layer;

/** A layer with an activation of the record, with the usual value of its parameter. */
const activated = (layer: Layer, activation: ActivationName): Layer => ({
  ...unwritten(layer),
  activation,
  alpha: activationOf(activation).alpha ?? 0,
});

/** Another activation, with the usual value of its parameter. */
export const setActivation =
  (l: number, activation: ActivationName): Edit =>
  (choice) => ({
    ...choice,
    layers: choice.layers.map((layer, i) => (i === l - 1 ? activated(layer, activation) : layer)),
  });

/** An activation that somebody wrote as a formula with its slopes, which must have been defined. */
export const setFormula =
  (l: number, activation: string, own: Own): Edit =>
  (choice) => ({
    ...choice,
    layers: choice.layers.map((layer, i) =>
      i === l - 1 ? { ...unwritten(layer), activation, own, alpha: 0 } : layer,
    ),
  });

/** Another parameter for the activation of layer l. */
export const setAlpha = (l: number, alpha: number): Edit => editLayer(l, { alpha });

/** Another keep rule for layer l. */
export const setKeep = (l: number, keep: KeepRuleName): Edit => editLayer(l, { keep });

/** Which of the kept slots the backward of layer l is to read; the cheapest where none is named. */
export const setRoute = (l: number, route: RouteName | undefined): Edit => editLayer(l, { route });

/** Whether the way back begins with dA[L] or with dZ[L] at once. */
export const setOutput =
  (output: OutputName): Edit =>
  ({ output: _, ...choice }) =>
    output === 'fused' ? { ...choice, output } : choice;

/** Batch norm for layer l, or none. */
export const setBatchNorm = (l: number, batch_norm: BatchNorm | undefined): Edit =>
  editLayer(l, { batch_norm });

/** Dropout for layer l, or none. */
export const setDropout = (l: number, dropout: Dropout | undefined): Edit => editLayer(l, { dropout });

/** One keep rule for all layers. */
export const setAllKeeps =
  (keep: KeepRuleName): Edit =>
  (choice) => ({ ...choice, layers: choice.layers.map((layer) => ({ ...layer, keep })) });

/** A layer like another, but without the D that was given for that one. */
function likeLayer(layer: Layer): Layer {
  if (!layer.dropout?.D) return layer;
  const { D, ...drawn } = layer.dropout;
  return { ...layer, dropout: drawn };
}

/** One more hidden layer, before the output, like the last hidden layer there is now. */
export const addLayer: Edit = (choice) => {
  const hidden = choice.layers.slice(0, -1);
  const layer = hidden[hidden.length - 1] ?? firstChoice.layers[0]!;
  return { ...choice, layers: [...hidden, likeLayer(layer), choice.layers[choice.layers.length - 1]!] };
};

/** Without the hidden layer l. */
export const removeLayer =
  (l: number): Edit =>
  (choice) => ({ ...choice, layers: choice.layers.filter((_, i) => i !== l - 1) });

/** Another loss. */
export const setLoss =
  (loss: LossName): Edit =>
  (choice) => ({ ...choice, loss });

/** Another precision. */
export const setPrecision =
  (precision: Precision): Edit =>
  (choice) => ({ ...choice, precision });

/** Another seed or scheme. Parameters that came in a file are replaced by drawn ones. */
export const setInit =
  (init: Partial<Init>): Edit =>
  (choice) => ({ ...choice, init: { ...choice.init, ...init }, data: withoutParameters(choice.data) });

function withoutParameters(data: Choice['data']): Choice['data'] {
  if (!isOpened(data) || !data.parameters) return data;
  const { parameters, ...rest } = data;
  return rest;
}

/** The number of examples of a data set; an opened file has as many as it has. */
export const setExamples =
  (m: number): Edit =>
  (choice) =>
    isOpened(choice.data) ? choice : { ...choice, data: { ...choice.data, m } };

/**
 * Another data set. The last layer and the loss follow its labels: a sigmoid for two classes, a softmax with one
 * unit per class for more. They stay as they are where they fit already.
 */
export const setData =
  (set: DataSetName): Edit =>
  (choice) => {
    const { classes, most } = dataSets[set];
    const m = Math.min(isOpened(choice.data) ? sizesOfChoice(firstChoice).m : choice.data.m, most);
    const next: Choice = { ...choice, data: { set, m } };
    if (outputsOf(next) === outputsOf(choice) && !isOpened(choice.data)) return next;
    const [activation, loss] =
      classes === 2
        ? (['sigmoid', 'binary_cross_entropy'] as const)
        : (['softmax', 'categorical_cross_entropy'] as const);
    const last = {
      ...activated(choice.layers[choice.layers.length - 1]!, activation),
      units: outputsOf(next),
    };
    return { ...next, loss, layers: [...choice.layers.slice(0, -1), last] };
  };
