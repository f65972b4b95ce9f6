import { activationOf } from '../../core/activations';
import { type Matrix, map } from '../../core/math/matrix';
import { isFused, type Layer, type Model } from '../../core/model/model';
import { exactJson } from '../exact-json';
import { activationInFile } from './activation-in-file';
import type { ModelFile } from './model-file-schema';

/**
 * A model as the pieces of a model file's text, with its data and parameters, and what its file expects of the pass, so
 * that it opens again as it is.
 */
export const writeModelFile = (
  model: Model,
  name: string,
  expected?: ModelFile['expected'],
  caches?: ModelFile['caches'],
): string[] => [...exactJson({ ...modelFileOf(model, name), caches, expected })];

/** Whether a layer has something of which version 1 knows nothing. */
const isNewer = ({ own, batch_norm, dropout }: Layer): boolean =>
  [own?.slope, own?.slopeFromA, batch_norm, dropout].some((part) => part !== undefined);

/** A model as what a model file holds. */
export function modelFileOf(model: Model, name: string) {
  const { precision, layers, loss, X, Y, parameters } = model;
  const output = isFused(model) ? ('fused' as const) : undefined;
  return {
    format: 'cacheback-model',
    version: output || layers.some(isNewer) ? 2 : 1,
    name,
    precision,
    layers: layers.map(({ units, alpha, keep, route, batch_norm, dropout, ...layer }) => ({
      units,
      activation: activationInFile(layer),
      alpha: layer.own || activationOf(layer).alpha === undefined ? undefined : alpha,
      keep,
      route,
      batch_norm,
      dropout,
    })),
    loss,
    output,
    X: storable(X),
    Y: storable(Y),
    parameters: Object.fromEntries(Array.from(parameters, ([key, matrix]) => [key, storable(matrix)])),
  } as const;
}

/**
 * Given numbers as a file may hold them. An infinity among them was beyond float32 when it was stored; the largest
 * float64, which is beyond it too, stands for it.
 */
const storable = (matrix: Matrix): Matrix =>
  map(matrix, (x) => Math.max(-Number.MAX_VALUE, Math.min(x, Number.MAX_VALUE)), 'float64');
