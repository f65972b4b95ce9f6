import type { Model } from '../../src/core/model/model';
import { record } from '../../src/core/pass/record';
import type { Brought } from '../../src/mine';
import { firstChoice } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';

/** A network of so many hidden layers of relu, all of one width. */
export const deep = (layers: number, units: number, m = 60): Model =>
  modelOf({
    ...firstChoice,
    layers: [
      ...Array.from({ length: layers }, () => ({ ...firstChoice.layers[0]!, units })),
      firstChoice.layers[2]!,
    ],
    data: { set: 'moons', m },
  });

/** Some tensors of a network's own pass as somebody brings them, each times what `by` says. */
export const broughtOf = (
  model: Model,
  isMeant: (name: string) => boolean,
  by: (name: string) => number = () => 1,
): Map<string, Brought> =>
  new Map(
    record(model)
      .values.filter(({ name }) => isMeant(name))
      .map(({ name, matrix: { rows, cols, data } }) => [
        name,
        { shape: [rows, cols], data: Float64Array.from(data, (x) => by(name) * x) },
      ]),
  );
