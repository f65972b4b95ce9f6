import { fromRows } from '../../core/math/matrix';
import { canFuse, labelsFuse, type Sizes, shapeOf } from '../../core/model/model';
import { parseName, named as tensorName } from '../../core/model/names';
import { tooLarge, tooLong } from '../limits';
import { named } from './activation-in-file';
import type { ModelFile } from './model-file-schema';
import { shapeOfRows } from './rows-schema';
import { shapeRemark } from './shape-remark';

const sizesOfFile = ({ layers, X }: ModelFile): Sizes => ({
  units: [X.length, ...layers.map((layer) => layer.units)],
  m: X[0]!.length,
});

/** What does not fit what in a file whose parts are well-formed, place by place; undefined where a place fits. */
export function* misfits(file: ModelFile): Generator<string | undefined> {
  const { layers, loss, output, Y, parameters, caches = {}, expected = {} } = file;
  const sizes = sizesOfFile(file);
  yield tooLarge(sizes);
  yield tooLong(layers.map(named), sizes);
  yield misshapen('Y', 'Y', Y, sizes);
  if (output === 'fused' && !canFuse({ layers: layers.map(named), loss }))
    yield 'output: expected "two_steps", since only a sigmoid under binary_cross_entropy and a softmax under categorical_cross_entropy can be "fused".';
  if (output === 'fused' && !labelsFuse({ loss, Y: fromRows(Y, 'float64') }))
    yield 'output: expected "two_steps", since a softmax can be "fused" only where the labels of each example, a column of Y, sum to 1.';
  if (parameters) {
    for (const name of Object.keys(parameters)) yield stranger('parameters', name, sizes);
    for (const [i, layer] of layers.entries()) {
      const l = i + 1;
      for (const name of [tensorName('W', l), tensorName('b', l)])
        yield misshapen(`parameters.${name}`, name, parameters[name], sizes);
      // Where γ and β are not given they are 1 and 0.
      for (const name of [tensorName('gamma', l), tensorName('beta', l)])
        if (parameters[name])
          yield layer.batch_norm
            ? misshapen(`parameters.${name}`, name, parameters[name], sizes)
            : `parameters.${name}: expected none, since layer ${l} has no batch_norm.`;
    }
  }
  yield* layers.map((layer, i) => misfitDropout(layer, i + 1, sizes));
  for (const [name, rows] of Object.entries(caches))
    yield stranger('caches', name, sizes) ?? misshapen(`caches.${name}`, name, rows, sizes);
  for (const name of Object.keys(expected)) yield stranger('expected', name, sizes);
}

/** What is wrong with the dropout of layer l, if anything. */
function misfitDropout(
  { dropout }: ModelFile['layers'][number],
  l: number,
  sizes: Sizes,
): string | undefined {
  if (!dropout) return undefined;
  const at = `layers[${l - 1}].dropout`;
  if (l === sizes.units.length - 1)
    return `${at}: expected none in the last layer, whose A is what the network says.`;
  return dropout.D && misshapen(`${at}.D`, tensorName('D', l), dropout.D, sizes);
}

/** Sentences on the tensors that are expected in a shape that they do not have: that is a mistake of the pass, and no misreading. */
export const misshapenExpected = (file: ModelFile): string[] =>
  Object.entries(file.expected ?? {}).flatMap(
    ([name, value]) => shapeRemark(name, shapeOfRows(value), sizesOfFile(file)) ?? [],
  );

type Rows = readonly (readonly number[])[];

/** What is wrong with the shape of the tensor of that name, if anything. */
function misshapen(path: string, name: string, rows: Rows | undefined, sizes: Sizes): string | undefined {
  const shape = shapeOf(name, sizes);
  if (rows?.length === shape.rows && rows[0]!.length === shape.cols) return undefined;
  const found = rows ? `found ${rows.length} by ${rows[0]!.length}` : 'it is missing';
  return `${path}: expected ${shape.rows} by ${shape.cols}, to fit X and the layers, but ${found}.`;
}

/** What is wrong with a tensor's name where no layer has that number. */
function stranger(path: string, name: string, { units }: Sizes): string | undefined {
  const { layer } = parseName(name);
  const last = units.length - 1;
  if (layer <= last) return undefined;
  return `${path}.${name}: expected tensors of layers up to ${last} only, but found one of layer ${layer}.`;
}
