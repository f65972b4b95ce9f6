import type { Matrix } from '../../math/matrix';
import { type Model, sizesOf } from '../../model/model';
import type { BufferName } from '../../model/names';
import type { Node, Part } from '../../operations';
import { operationOf } from '../nodes';

/** What a part is run on outside of a pass: values by name, to which it adds those that it writes. */
export interface Aside {
  readonly model: Model;
  readonly values: Map<BufferName, Matrix>;
}

/**
 * Runs one part of a node outside of a pass, on values by name, and logs nothing: to see what it would give for other
 * numbers. There is no cache, so that a forward part computes everything, and a slot is the value that it is for.
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
