import type { Matrix } from '../math/matrix';
import { cachedBytes, type Model, type Sizes, sizesOf } from '../model/model';
import { type BufferName, named } from '../model/names';
import type { Node, Part } from '../operations';
import { droppedSegment, type Segment } from './checkpoint';
import { ledger } from './ledger';
import { nodesOf, operationOf } from './nodes';
import { Tape } from './tape';
import type { Doing, Phase, Slot, Trace } from './trace';
import { type Tampering, tamper } from './what-if/tamper';

/**
 * Runs one forward and one backward pass and returns its log. The gradients are those of the course: dA and dZ
 * per example, dW and db of the mean cost. `onStep` is called with each step once it is done. The tampering is done
 * to the caches once the loss has saved A[L], and the way back reads what it made of them. `keeping` may put a matrix that
 * exists already in the place of one with the same numbers.
 */
export function record(
  model: Model,
  onStep?: (id: Doing) => void,
  tampering: readonly Tampering[] = [],
  keeping?: (name: BufferName, matrix: Matrix) => Matrix,
): Trace {
  const nodes = nodesOf(model);
  const given = new Map([[named('A', 0), model.X], ['Y', model.Y], ...model.parameters]);
  const sizes = sizesOf(model);
  const tape: Tape = new Tape(given, (slot) => answer(run, slot), onStep, keeping);
  const run: Run = { tape, model, nodes, sizes };
  for (const node of nodes) runForward(run, node);
  tamper(tape, tampering);
  for (let i = nodes.length - 1; i >= 0; i--) {
    runBackward(run, nodes[i]!);
    if (nodes[i]!.over) i--;
  }
  const { steps, values, changed } = tape;
  const bytes = ledger(steps, ({ name }) => cachedBytes(name, model, sizes));
  return {
    model,
    nodes,
    // The tape's own, which nobody else has: to copy them takes a sixth of the time of a small pass.
    steps: steps.map((step, i) => Object.assign(step, { cacheBytes: bytes[i]! })),
    values,
    buffers: new Map(values.map(({ name, matrix }) => [name, matrix])),
    cacheBytes: { peak: bytes.reduce((most, held) => Math.max(most, held), 0) },
    changed,
  };
}

interface Run {
  readonly tape: Tape;
  readonly sizes: Sizes;
  readonly model: Model;
  readonly nodes: readonly Node[];
}

/** What a step leaves in the caches: all that its operation keeps, nothing, or only what was missed. */
type Keeping = 'all' | 'nothing' | { readonly missed: Slot; readonly name: BufferName };

/** Whether a node is the one whose input a dropped segment keeps, so that it can run again from there. */
const beginsSegment = ({ input }: Node, nodes: readonly Node[], { first }: Segment): boolean =>
  nodes.find(({ layer }) => layer === first)!.input === input;

/** What a node keeps on the way forward: of a dropped segment, only what its first node does. */
function keepingOf({ model, nodes }: Run, node: Node): Keeping {
  const dropped = droppedSegment(model, node.layer);
  return !dropped || beginsSegment(node, nodes, dropped) ? 'all' : 'nothing';
}

function runPart(
  { tape, model, sizes }: Run,
  node: Node,
  part: Part<string>,
  phase: Phase,
  keeping: Keeping,
): void {
  const { cache, slots } = operationOf(node);
  const { layer, over } = node;
  const slotOf = (slot: string): Slot => ({ layer, cache, slot });
  tape.step({ phase, op: part.step, layer, node }, (access) => {
    const held = access.held(layer, cache);
    const slot = (name: string) => access.slot(slotOf(name));
    part.run({
      node,
      model,
      of: model.layers[layer - 1]!,
      sizes,
      read: access.read,
      slot,
      take: (name) => (held.has(name) ? slot(name) : access.read(slots[name]!(node))),
      held,
      write: access.write,
      keep: (names) => {
        if (keeping !== 'all') return;
        for (const name of names) access.save(slotOf(name), slots[name]!(node));
      },
      keeps: keeping === 'all',
      free: () => {
        access.free(layer, cache);
        if (over) access.free(over.layer, operationOf(over).cache);
      },
    });
    if (typeof keeping === 'object') access.save(keeping.missed, keeping.name);
  });
}

function runForward(run: Run, node: Node): void {
  const { forward, isLoss } = operationOf(node);
  runPart(run, node, forward, isLoss ? 'loss' : 'forward', keepingOf(run, node));
}

/** The way back of a node. Where it is the last of a dropped segment, the segment is run again first. */
function runBackward(run: Run, node: Node): void {
  const { backward, isLoss } = operationOf(node);
  const dropped = droppedSegment(run.model, node.layer);
  const isLast = run.nodes.findLast(({ layer }) => layer === dropped?.last) === node;
  if (dropped && isLast) rebuild(run, dropped);
  for (const part of backward)
    if (part.isPartOf?.(node) ?? true) runPart(run, node, part, isLoss ? 'loss' : 'backward', 'nothing');
}

/** Runs a dropped segment again, from the input that its first layer kept, and keeps all that the rules of its layers ask for. */
function rebuild(run: Run, { first, last }: Segment): void {
  for (const node of run.nodes) {
    if (node.layer < first || node.layer > last) continue;
    const isKept = beginsSegment(node, run.nodes, { first, last });
    runPart(run, node, operationOf(node).forward, 'recompute', isKept ? 'nothing' : 'all');
  }
}

/** Answers a miss: a node's input is computed again by the node before it, all else by a part of its own. */
function answer(run: Run, missed: Slot): BufferName {
  const owner = run.nodes.find(
    (node) => node.layer === missed.layer && operationOf(node).cache === missed.cache,
  )!;
  const { slots, again } = operationOf(owner);
  const name = slots[missed.slot]!(owner);
  const own = again?.[missed.slot];
  const maker = own ? owner : run.nodes.find(({ output }) => output === name && output === owner.input);
  if (!maker) throw new Error(`only what goes into ${owner.op} can be computed again, not ${name}`);
  runPart(run, maker, own ?? operationOf(maker).forward, 'recompute', { missed, name });
  return name;
}
