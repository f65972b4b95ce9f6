import { activationOf } from '../../../core/activations';
import { cacheOf } from '../../../core/activations/cells';
import { type Matrix, zip } from '../../../core/math/matrix';
import type { Layer } from '../../../core/model/model';
import { gradientOf } from '../../../core/model/names';
import { backwardOf } from '../../../explain/code/expressions';
import type { Scene } from '../cause';

/** The tensors around an activation's step. */
type Names = { readonly Z: string; readonly A: string; readonly dA: string; readonly dZ: string };

/** Names around an activation's step, with batch norm those of what it is applied to. */
export const namesAt = ({ made: { node } }: Pick<Scene, 'made'>): Names => ({
  Z: node.input,
  A: node.output,
  dA: gradientOf(node.output),
  dZ: gradientOf(node.input),
});

export const times = (a: Matrix, b: Matrix): Matrix => zip(a, b, (x, y) => x * y);

/** dZ of an activation, by the formula that is meant for what a slot holds; `held` is what is held there instead. */
export const backward = ({ alpha, ...layer }: Layer, slot: 'Z' | 'A', held: Matrix, dA: Matrix): Matrix =>
  activationOf(layer).backward(cacheOf(slot, held), dA, alpha, slot);

/** Whether an activation has a formula for its slope out of A. */
export const hasA = (layer: Layer): boolean => activationOf(layer).routes(layer.alpha).includes('A');

/** Whether an activation's slope depends on where it is: that of linear is 1 everywhere. */
export const hasSlope = (layer: Layer): boolean => activationOf(layer).routes(layer.alpha).length > 0;

/** Whether every cell of an activation's output depends on its whole column. */
export const mixes = (layer: Layer): boolean => activationOf(layer).mixesColumns ?? false;

/** The line of code by a route, with other names in it. */
export function lineOf(layer: Layer, route: 'Z' | 'A', names: Readonly<Record<string, string>> = {}): string {
  const routes = activationOf(layer).routes(layer.alpha);
  const lines = backwardOf(layer, routes.includes(route) ? route : routes[0] && 'Z', 'numpy');
  return lines
    .map(({ text }) =>
      Object.entries(names).reduce(
        (s, [from, to]) => s.replace(new RegExp(`\\b${from}\\b(?! =)`, 'g'), to),
        text,
      ),
    )
    .join('\n');
}

/** What the course's line is: out of A where it tells, else out of Z. */
export const rightLine = (layer: Layer): string => lineOf(layer, hasA(layer) ? 'A' : 'Z');
