import { describe, expect, it } from 'vitest';
import { type Access, Tape } from '../../../src/core/pass/tape';
import { again, backward, number, valuesOf, Z } from './tapes';

/** A tape on which A0 is given and Z1 is computed anew when it is missed. */
function recomputingTape(): Tape {
  const tape: Tape = new Tape(new Map([['A0', number(2)]]), (missed) => {
    tape.step(again, ({ read, write, save }) => {
      write('Z1', number(10 * read('A0').data[0]!));
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
    const [A0, Z1] = tape.values;
    const held = { ...Z, buffer: 'Z1', value: Z1 };
    expect(tape.steps).toEqual([
      { ...again, index: 1, reads: [A0], writes: [Z1], cache: [{ kind: 'save', ...held }] },
      {
        ...backward,
        index: 2,
        reads: [Z1],
        writes: [],
        cache: [
          { kind: 'miss', ...Z, buffer: 'Z1' },
          { kind: 'read', ...held },
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

  it('makes each time another value of the same name', () => {
    const tape = recomputingTape();
    for (let times = 0; times < 2; times++)
      tape.step(backward, ({ slot, free }) => {
        slot(Z);
        free(1, 'activation');
      });
    const computed = valuesOf(tape, 'Z1');
    expect(computed.map(({ id, matrix }) => [id, matrix.data[0]])).toEqual([
      [1, 20],
      [2, 20],
    ]);
    const readBy = tape.steps.filter(({ phase }) => phase === 'backward').map(({ reads }) => reads);
    expect(readBy.map(([value]) => computed.indexOf(value!))).toEqual([0, 1]);
  });

  it('that nobody answers is an error that names the slot', () => {
    const tape = new Tape(new Map(), () => 'Z1');
    expect(() => tape.step(backward, ({ slot }) => slot(Z))).toThrow(
      'the slot 1.activation.Z is read and holds nothing',
    );
  });

  it('whose answer breaks off leaves what comes after to the step that missed', () => {
    const tape: Tape = new Tape(new Map([['A0', number(2)]]), (missed) => {
      expect(() => tape.step(again, ({ read }) => read('W1'))).toThrow('W1 is read before it is written');
      tape.step(again, ({ read, write, save }) => {
        write('Z1', read('A0'));
        save(missed, 'Z1');
      });
      return 'Z1';
    });
    tape.step(backward, ({ slot, write }) => write('dZ1', slot(Z)));
    const [, Z1, dZ1] = tape.values;
    expect(tape.steps.at(-1)).toMatchObject({ ...backward, reads: [Z1], writes: [dZ1] });
  });
});
