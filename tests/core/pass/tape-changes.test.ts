import { describe, expect, it } from 'vitest';
import { type Matrix, map } from '../../../src/core/math/matrix';
import { Tape } from '../../../src/core/pass/tape';
import type { Slot } from '../../../src/core/pass/trace';
import { backward, linear, noMiss, number, valuesOf, Z } from './tapes';

/** Where Z1 of layer 1 stands as well. */
const also: Slot = { layer: 2, cache: 'linear', slot: 'A_prev' };

/** A tape on which Z1, which is 5, stands in the slots, and A1, which is 6, in none. */
function tapeWith(...slots: readonly Slot[]): Tape {
  const tape = new Tape(new Map([['A0', number(2)]]), noMiss);
  tape.step(linear, ({ write, save }) => {
    write('Z1', number(5));
    write('A1', number(6));
    for (const slot of slots) save(slot, 'Z1');
  });
  return tape;
}

const doubled = (matrix: Matrix) => map(matrix, (x) => 2 * x);

describe('a change by hand', () => {
  it('is another value of that name, and leaves the one that was there as it was', () => {
    const tape = tapeWith(Z);
    tape.change('Z1', doubled);
    const [before, after, ...more] = valuesOf(tape, 'Z1');
    expect([before!.matrix, after!.matrix, more]).toEqual([number(5), number(10), []]);
    expect(tape.values.map(({ id }) => id)).toEqual([0, 1, 2, 3]);
    expect([...tape.changed]).toEqual([[before, after]]);
  });

  it('is no step, and takes nothing back that a step has logged', () => {
    const tape = tapeWith(Z);
    const was = tape.steps.map(({ cache, writes }) => [...cache.map(({ value }) => value), ...writes]);
    tape.change('Z1', doubled);
    expect(tape.steps.map(({ cache, writes }) => [...cache.map(({ value }) => value), ...writes])).toEqual(
      was,
    );
    expect(tape.steps[0]!.writes[0]!.matrix).toEqual(number(5));
  });

  it('stands in every slot that referred to the value, and under its name', () => {
    const tape = tapeWith(Z, also);
    tape.change('Z1', doubled);
    const after = valuesOf(tape, 'Z1')[1]!;
    tape.step(backward, ({ slot, read, free }) => {
      expect([slot(Z), slot(also), read('Z1')]).toEqual([after.matrix, after.matrix, after.matrix]);
      free(1, 'activation');
    });
    const { reads, cache } = tape.steps.at(-1)!;
    expect(reads).toEqual([after]);
    expect(cache.map(({ kind, value }) => [kind, value])).toEqual([
      ['read', after],
      ['read', after],
      ['free', after],
    ]);
  });

  it('is none of what no slot refers to, of what was freed, and of what is not there', () => {
    const tape = tapeWith(Z);
    tape.step(backward, ({ free }) => free(1, 'activation'));
    const before = [...tape.values];
    for (const name of ['A1', 'A0', 'Z1', 'Z9']) tape.change(name, doubled);
    expect(tape.values).toEqual(before);
    expect(tape.changed.size).toBe(0);
  });

  it('to the very same matrix is none', () => {
    const tape = tapeWith(Z);
    tape.change('Z1', (matrix) => matrix);
    expect(valuesOf(tape, 'Z1')).toHaveLength(1);
    expect(tape.changed.size).toBe(0);
  });

  it('of one value leaves another of its name alone, which a slot still refers to', () => {
    const tape = tapeWith(Z);
    tape.step(linear, ({ write, save }) => {
      write('Z1', number(7));
      save(also, 'Z1');
    });
    tape.change('Z1', doubled);
    tape.step(backward, ({ slot }) => {
      expect(slot(Z)).toEqual(number(5));
      expect(slot(also)).toEqual(number(14));
    });
  });
});
