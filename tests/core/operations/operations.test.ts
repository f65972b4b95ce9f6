import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Model, sizesOf } from '../../../src/core/model/model';
import { operationNames, operations } from '../../../src/core/operations';
import { operationOf, partOf, partsOf, resultOf } from '../../../src/core/pass/nodes';
import { record } from '../../../src/core/pass/record';
import { slotKey } from '../../../src/core/pass/trace';
import { anyNetwork, anyRegularised } from '../models';

/** Networks of all operations, with checkpoints or without, two steps at the output or one. */
const anyModel: fc.Arbitrary<Model> = fc
  .tuple(
    fc.oneof(anyNetwork, anyRegularised),
    fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    fc.constantFrom('two_steps' as const, 'fused' as const),
  )
  .map(([model, checkpoint, output]) => ({
    ...model,
    output,
    ...(checkpoint !== undefined && { checkpoint }),
  }));

describe('the operations', () => {
  it('all run in some network that is drawn here, with every part they have', () => {
    const ran = new Set<string>();
    for (const model of fc.sample(anyModel, 400))
      for (const { node, phase, op } of record(model).steps)
        ran.add(`${node.op} ${phase === 'backward' ? 'backward' : 'forward'} ${op}`);
    const all = operationNames.flatMap((name) => {
      const { backward, isLoss } = operations[name];
      const way = (part: { step: string }) =>
        !isLoss && backward.some((other) => other === part) ? 'backward' : 'forward';
      return partsOf(operationOf({ op: name })).map((part) => `${name} ${way(part)} ${part.step}`);
    });
    expect([...ran].sort()).toEqual(all.sort());
  });

  it.each(operationNames)('tell the parts of %s apart by what they are called', (name) => {
    const { forward, again = {}, backward } = operationOf({ op: name });
    const steps = (parts: readonly { step: string }[]) => parts.map(({ step }) => step);
    for (const names of [
      steps(backward),
      [forward.step, ...steps(Object.values(again).map((part) => part!))],
    ])
      expect(new Set(names).size).toBe(names.length);
  });
});

describe('a step of an operation', () => {
  it('writes what it says it is there for', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        for (const step of record(model).steps)
          expect(step.writes.map(({ name }) => name)).toContain(resultOf(step));
      }),
    );
  });

  it('touches no slot but those of its own cache and, where it passes over a node, lets go of that one’s', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        for (const { node, cache, phase } of record(model).steps)
          for (const event of cache) {
            const caches = [node, ...(event.kind === 'free' && node.over ? [node.over] : [])].map(
              (owner) => `${owner.layer} ${operationOf(owner).cache}`,
            );
            // What answers a miss is saved where it was missed.
            const isAnswer = phase === 'recompute' && event.kind === 'save';
            if (!isAnswer) expect(caches).toContain(`${event.layer} ${event.cache}`);
          }
      }),
    );
  });

  it('reads no slot twice', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        for (const { cache } of record(model).steps) {
          const read = cache.filter(({ kind }) => kind === 'read').map(slotKey);
          expect(read).toEqual([...new Set(read)]);
        }
      }),
    );
  });

  it('saves in a slot what the operation says the slot is for', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const { nodes, steps } = record(model);
        for (const { layer, cache, slot, buffer } of steps.flatMap((step) => step.cache)) {
          const owner = nodes.find((node) => node.layer === layer && operationOf(node).cache === cache)!;
          expect(operationOf(owner).slots[slot]!(owner)).toBe(buffer);
        }
      }),
    );
  });

  it('costs a whole number of multiplications and exponentials', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        for (const step of record(model).steps) {
          const { multiplications, exponentials } = partOf(step).cost(step, model, sizesOf(model));
          for (const count of [multiplications, exponentials]) {
            expect(Number.isInteger(count)).toBe(true);
            expect(count).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });
});

describe('a pass of any operations', () => {
  it('leaves no slot filled, and reads none after it was freed', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const held = new Set<string>();
        for (const event of record(model).steps.flatMap(({ cache }) => cache)) {
          if (event.kind === 'save') held.add(slotKey(event));
          if (event.kind === 'read') expect(held.has(slotKey(event)), slotKey(event)).toBe(true);
          if (event.kind === 'free') held.delete(slotKey(event));
        }
        expect([...held]).toEqual([]);
      }),
    );
  });
});
