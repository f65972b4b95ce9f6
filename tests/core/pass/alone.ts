import type { Matrix } from '../../../src/core/math/matrix';
import { sizesOf } from '../../../src/core/model/model';
import type { BufferName } from '../../../src/core/model/names';
import { operationOf, partOf } from '../../../src/core/pass/nodes';
import { type Slot, type Step, slotKey, type Trace } from '../../../src/core/pass/trace';
import type { Value } from '../../../src/core/pass/value';

/** The slots that hold something when a step begins, by their keys. */
function heldBefore(step: Step, { steps }: Trace): ReadonlySet<string> {
  const held = new Set<string>();
  for (const { kind, ...slot } of steps.slice(0, step.index - 1).flatMap(({ cache }) => cache)) {
    if (kind === 'save') held.add(slotKey(slot));
    if (kind === 'free') held.delete(slotKey(slot));
  }
  // What answers a miss of this step is held only because the step missed it.
  for (const event of step.cache) if (event.kind === 'miss') held.delete(slotKey(event));
  return held;
}

/**
 * What a step of a recorded pass writes if it finds other matrices in place of some values that it read, by name. Its
 * operation's own part runs, and reaches only what it reached in the pass: to ask for more is an Error.
 */
export function runAlone(
  trace: Trace,
  step: Step,
  instead: ReadonlyMap<Value, Matrix> = new Map(),
): ReadonlyMap<BufferName, Matrix> {
  const { model } = trace;
  const { node, layer } = step;
  const { cache, slots } = operationOf(node);
  const before = heldBefore(step, trace);
  const held = new Set(Object.keys(slots).filter((slot) => before.has(slotKey({ layer, cache, slot }))));
  const found = (value: Value | undefined, what: string): Matrix => {
    if (!value) throw new Error(`${step.op} ${layer} asks for ${what}, which it did not read in the pass`);
    return instead.get(value) ?? value.matrix;
  };
  const read = (name: BufferName) =>
    found(
      step.reads.find((value) => value.name === name),
      name,
    );
  const slot = (name: string) => {
    const key = slotKey({ layer, cache, slot: name } satisfies Slot);
    return found(step.cache.find((event) => event.kind === 'read' && slotKey(event) === key)?.value, key);
  };
  const written = new Map<BufferName, Matrix>();
  partOf(step).run({
    node,
    model,
    of: model.layers[layer - 1]!,
    sizes: sizesOf(model),
    read,
    slot,
    take: (name) => (held.has(name) ? slot(name) : read(slots[name]!(node))),
    held,
    write: (name, matrix) => written.set(name, matrix),
    keep: () => undefined,
    // What is there only to be kept was written, too, where the pass kept it.
    keeps: true,
    free: () => undefined,
  });
  return new Map(step.writes.map(({ name }) => [name, written.get(name)!]));
}
