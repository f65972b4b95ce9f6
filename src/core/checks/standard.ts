import { letGo } from '../math/letting-go';
import { absolute, type Matrix, type Precision, zip } from '../math/matrix';
import type { Model } from '../model/model';
import { type BufferName, gradientOf, named } from '../model/names';
import type { Node } from '../operations';
import { nodesOf } from '../pass/nodes';
import { record } from '../pass/record';
import type { Doing, Trace } from '../pass/trace';
import { around, boundsOf } from './bounds';
import { activationsAgain } from './made-again';
import { exact } from './magnitude';
import { ofCost } from './magnitudes';
import { tensorOf } from './tensor-of';
import { alongWayBack, wayBack } from './way-back';

/** What gradients are compared with: those of a run, with no more of that run than the comparison takes. */
export interface Standard {
  readonly precision: Precision;
  /** The gradient of every parameter, with the means of the magnitudes of the terms that its cells sum. */
  readonly of: ReadonlyMap<BufferName, { readonly right: Matrix; readonly terms: Matrix }>;
  /** The run itself, which may have to be made again. */
  again(): Trace;
}

const known = new WeakMap<Trace, Standard>();

/** A run as a standard for others. */
export function standardOf(reference: Trace): Standard {
  const before = known.get(reference);
  if (before) return before;
  const terms = termsAlong(reference);
  for (const node of wayBack(reference)) terms.goPast(node);
  const standard: Standard = {
    precision: reference.model.precision,
    of: gradientsOf(reference, terms.found),
    again: () => reference,
  };
  known.set(reference, standard);
  return standard;
}

/**
 * A run of a model as a standard for others. What its way back has gone past is freed as it runs, since with a large model
 * it would take more memory than all the rest of the page; so `again` runs it once more. `onStep` is called with each
 * step.
 */
export function standardBy(model: Model, onStep?: (id: Doing) => void): Standard {
  const nodes = nodesOf(model);
  const buffers = new Map([[named('A', 0), model.X], ['Y', model.Y], ...model.parameters]);
  const run = { model, nodes, buffers };
  const terms = termsAlong(run);
  const along = alongWayBack(run, (node) => {
    terms.goPast(node);
    forget(buffers, [node.output, gradientOf(node.output)]);
  });
  const again = activationsAgain(run);
  record(
    model,
    (doing) => {
      onStep?.(doing);
      along.onStep(doing);
      again(doing);
    },
    [],
    (name, matrix) => {
      buffers.set(name, matrix);
      return matrix;
    },
  );
  along.end();
  const { precision } = model;
  return { precision, of: gradientsOf(run, terms.found), again: () => record(model, onStep) };
}

/** Forgets what stands under some names, and frees its numbers. */
function forget(buffers: Map<BufferName, Matrix>, names: readonly BufferName[]): void {
  const going = names.flatMap((name) => buffers.get(name) ?? []);
  for (const name of names) buffers.delete(name);
  letGo(going, new Set(Array.from(buffers.values(), ({ data }) => data.buffer)));
}

/** What is known of a run, also while it runs. */
type Run = Pick<Trace, 'model' | 'nodes' | 'buffers'>;

const gradientsOf = ({ model, buffers }: Run, terms: ReadonlyMap<BufferName, Matrix>): Standard['of'] =>
  new Map(
    Array.from(model.parameters.keys(), (name) => {
      const gradient = gradientOf(name);
      return [gradient, { right: buffers.get(gradient)!, terms: terms.get(gradient)! }];
    }),
  );

/**
 * For the gradient of every parameter of a run, the means of the magnitudes of the terms that its cells sum, node by node
 * along its way back.
 *
 * The gradient of a tensor is taken as it stands. But where it is a difference of which little is left, it is off by a
 * part of what was subtracted, and so is all that follows from it: there, a term counts as no less than that.
 */
function termsAlong(run: Run) {
  const found = new Map<BufferName, Matrix>();
  /** What the gradients below a difference would be, had nothing been subtracted in it. */
  const lost = new Map<BufferName, Matrix>();
  return {
    found,
    goPast(node: Node): void {
      const at = around(node, run.model, (name) => tensorOf(run, name)!);
      const { input, others, cancels } = boundsOf(node);
      const d = tensorOf(run, gradientOf(node.output));
      const stands = d ? absolute(d) : ofCost.terms;
      const inherited = lost.get(gradientOf(node.output));
      lost.delete(gradientOf(node.output));
      const whole = exact(inherited ? zip(stands, inherited, Math.max) : stands);
      const below = cancels ? whole : inherited && exact(inherited);
      if (below) lost.set(gradientOf(node.input), input(at, below).terms);
      for (const [name, magnitude] of others(at, whole)) found.set(name, magnitude.terms);
    },
  };
}
