import { activationOf, type Route, slotOfRoute } from '../core/activations';
import { cacheOf } from '../core/activations/cells';
import type { Matrix } from '../core/math/matrix';
import { canFuse, isGiven, type Model, shapeOf, sizesOf } from '../core/model/model';
import { type BufferName, gradientOf } from '../core/model/names';
import { narrowed } from '../core/model/narrowed';
import { toFloat64 } from '../core/model/to-float64';
import type { Node, Part } from '../core/operations';
import { fusedGradient } from '../core/operations/losses';
import { nodesOf, operationOf } from '../core/pass/nodes';
import { runAside } from '../core/pass/what-if/run-aside';

/** Where a computation finds the numbers that it is computed from, by the names of tensors. */
export type Lookup = (name: BufferName) => Matrix;

/** A computation of one tensor out of others. */
export type Way = (get: Lookup) => Matrix;

/** A tensor as a step of the pass makes it. */
export interface Made {
  readonly name: BufferName;
  readonly node: Node;
  readonly part: Part<string>;
  readonly isForward: boolean;
  /** What it is computed from, without X, Y and the parameters. */
  readonly inputs: readonly BufferName[];
  /** The right computations of it, in float64: the course's first, and by every other route to g′. */
  readonly ways: readonly Way[];
}

/** A pass as judging needs it: what it makes, in the order in which it does. */
export interface Pass {
  /** In float64, with a way back in two steps. */
  readonly model: Model;
  readonly made: ReadonlyMap<BufferName, Made>;
  /** How many numbers it makes. */
  readonly numbers: number;
}

/** Values that are looked up where they are not written. */
class Over extends Map<BufferName, Matrix> {
  constructor(private readonly lookup: Lookup) {
    super();
  }

  override get(name: BufferName): Matrix {
    return super.get(name) ?? this.lookup(name);
  }
}

/**
 * The steps of a model's pass one by one, dA[0] included, which nobody reads but some compute. What each is computed from
 * depends on no number, so that a pass of one unit and one example tells all.
 */
export function passOf(given: Model): Pass {
  const { output: _, ...model } = toFloat64(given);
  const nodes = nodesOf(model);
  const outline = narrowed(model);
  const values = new Map([['A0', outline.X], ['Y', outline.Y], ...outline.parameters]);
  const made = new Map<BufferName, Made>();
  const run = (node: Node, part: Part<string>, isForward: boolean) => {
    const read = new Set<BufferName>();
    const over = new Over((name) => {
      read.add(name);
      const matrix = values.get(name);
      if (!matrix) throw new Error(`${node.op} of layer ${node.layer} needs ${name}, which is not there`);
      return matrix;
    });
    runAside(part, node, { model: outline, values: over });
    const inputs = [...read].filter((name) => !isGiven(name, model));
    for (const [name, matrix] of over) {
      values.set(name, matrix);
      made.set(name, {
        name,
        node,
        part,
        isForward,
        inputs,
        ways: waysOf(name, node, part, isForward, model),
      });
    }
  };
  for (const node of nodes) run(node, operationOf(node).forward, true);
  const left: [Node, Part<string>][] = [];
  for (const node of nodes.toReversed())
    for (const part of operationOf(node).backward)
      if (part.isPartOf?.(node) ?? true) run(node, part, false);
      else left.push([node, part]);
  for (const [node, part] of left) run(node, part, false);
  const sizes = sizesOf(model);
  const numbers = Array.from(made.keys(), (name) => shapeOf(name, sizes)).reduce(
    (sum, { rows, cols }) => sum + rows * cols,
    0,
  );
  return { model, made, numbers };
}

function waysOf(
  name: BufferName,
  node: Node,
  part: Part<string>,
  isForward: boolean,
  model: Model,
): readonly Way[] {
  const asCourse: Way = (get) => {
    const over = new Over(get);
    runAside(part, node, { model, values: over });
    return over.get(name);
  };
  if (isForward || part.step !== 'activation') return [asCourse];
  const layer = model.layers[node.layer - 1]!;
  const g = activationOf(layer);
  const by =
    (route: Route): Way =>
    (get) =>
      g.backward(
        cacheOf(slotOfRoute(route), get(route === 'A' ? node.output : node.input)),
        get(gradientOf(node.output)),
        layer.alpha,
        route,
      );
  const routes = g.routes(layer.alpha).filter((route) => route === 'A' || route === 'Z_stable');
  const isLast = node.layer === model.layers.length;
  const fused: Way = (get) => fusedGradient(get(node.output), get('Y'));
  return [asCourse, ...routes.map(by), ...(isLast && canFuse(model) ? [fused] : [])];
}
