import { describe, expect, it } from 'vitest';
import { type Matrix, scalar } from '../../../src/core/matrix';
import { type Access, Tape } from '../../../src/core/pass/tape';
import type { Slot, StepId } from '../../../src/core/pass/trace';

const number = (x: number): Matrix => scalar(x, 'float64');

const backward: StepId = { phase: 'backward', op: 'activation', layer: 1 };
const again: StepId = { phase: 'recompute', op: 'linear', layer: 1 };

const Z: Slot = { layer: 1, cache: 'activation', slot: 'Z' };

/** A tape on which A0 is given and Z1 is computed anew when it is missed. */
function recomputingTape(): Tape {
  const tape: Tape = new Tape(new Map([['A0', number(2)]]), (missed) => {
    tape.step(again, ({ buffer, write, save }) => {
      write('Z1', number(10 * buffer('A0').data[0]!));
      save(missed, 'Z1');
    });
    return 'Z1';
  });
  return tape;
}

describe('a miss', () => {
  it('is answered by steps of its own, which come before the step that missed', () => {
    const tape = recomputingTape();
    tape.step(backward, ({ slot }) => {
      expect(slot(Z).data[0]).toBe(20);
    });
    expect(tape.steps).toEqual([
      { ...again, index: 1, reads: ['A0'], writes: ['Z1'], cache: [{ kind: 'save', ...Z, buffer: 'Z1' }] },
      {
        ...backward,
        index: 2,
        reads: ['Z1'],
        writes: [],
        cache: [
          { kind: 'miss', ...Z, buffer: 'Z1' },
          { kind: 'read', ...Z, buffer: 'Z1' },
        ],
      },
    ]);
  });

  it('happens once: what was recomputed stands in the slot until it is freed', () => {
    const tape = recomputingTape();
    const eventsOf = (run: (access: Access) => void) => {
      tape.step(backward, run);
      return tape.steps.at(-1)!.cache.map(({ kind }) => kind);
    };
    expect(eventsOf(({ slot }) => [slot(Z), slot(Z)])).toEqual(['miss', 'read', 'read']);
    expect(eventsOf(({ slot }) => slot(Z))).toEqual(['read']);
    expect(eventsOf(({ free }) => free(1, 'activation'))).toEqual(['free']);
    expect(eventsOf(({ slot }) => slot(Z))).toEqual(['miss', 'read']);
  });

  it('that nobody answers is an error that names the slot', () => {
    const tape = new Tape(new Map(), () => 'Z1');
    expect(() => tape.step(backward, ({ slot }) => slot(Z))).toThrow(
      'the slot 1.activation.Z is read and holds nothing',
    );
  });
});
