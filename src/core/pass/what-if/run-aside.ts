import type { Matrix } from '../../math/matrix';
import { type Model, sizesOf } from '../../model/model';
import type { BufferName } from '../../model/names';
import type { Node, Part } from '../../operations';
import { operationOf } from '../nodes';

/** What a part is run over aside: values by name, to which those are added that it writes. */
export interface Aside {
  readonly model: Model;
  readonly values: Map<BufferName, Matrix>;
}

/**
 * Runs one part of a node over values by name, and logs nothing: for those who ask what would be, were some number
 * another. No cache is there, so that a forward part works everything out anew, and a slot is the value that it is for.
 */
export function runAside(part: Part<string>, node: Node, { model, values }: Aside): void {
  const { slots } = operationOf(node);
  const read = (name: BufferName): Matrix => {
    const matrix = values.get(name);
    if (!matrix) throw new Error(`${node.op} of layer ${node.layer} needs ${name}, which is not there`);
    return matrix;
  };
  const slot = (name: string) => read(slots[name]!(node));
  part.run({
    node,
    model,
    of: model.layers[node.layer - 1]!,
    sizes: sizesOf(model),
    read,
    slot,
    take: slot,
    held: new Set(),
    write: (name, matrix) => {
      values.set(name, matrix);
    },
    keep: () => undefined,
    keeps: false,
    free: () => undefined,
  });
}
