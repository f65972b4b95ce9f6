import { describe, expect, it } from 'vitest';
import { Tape } from '../../../src/core/pass/tape';
import type { Slot } from '../../../src/core/pass/trace';
import { backward, linear, noMiss, number, valuesOf, W, Z } from './tapes';

describe('a step on the tape', () => {
  it('is logged with what it read, wrote and saved, in that order, counted from 1', () => {
    const tape = new Tape(new Map([['A0', number(2)]]), noMiss);
    tape.step(linear, ({ read, write, save }) => {
      write('Z1', read('A0'));
      save(Z, 'Z1');
    });
    tape.step(backward, ({ slot, read, write, free }) => {
      write('dZ1', slot(Z));
      read('A0');
      free(1, 'activation');
    });
    const [A0, Z1, dZ1] = tape.values;
    const held = { ...Z, buffer: 'Z1', value: Z1 };
    expect(tape.steps).toEqual([
      { ...linear, index: 1, reads: [A0], writes: [Z1], cache: [{ kind: 'save', ...held }] },
      {
        ...backward,
        index: 2,
        reads: [Z1, A0],
        writes: [dZ1],
        cache: [
          { kind: 'read', ...held },
          { kind: 'free', ...held },
        ],
      },
    ]);
  });

  it('that reads a value twice has read it once', () => {
    const tape = new Tape(new Map([['A0', number(2)]]), noMiss);
    tape.step(linear, ({ read }) => {
      expect(read('A0')).toBe(read('A0'));
    });
    expect(tape.steps[0]!.reads).toEqual(tape.values);
  });

  it('that asks only what is held reads nothing', () => {
    const tape = new Tape(new Map([['W1', number(2)]]), noMiss);
    tape.step(linear, ({ save, held }) => {
      expect(held(1, 'linear')).toEqual(new Set());
      save(W, 'W1');
      expect(held(1, 'linear')).toEqual(new Set(['W']));
      expect(held(2, 'linear')).toEqual(new Set());
      expect(held(1, 'activation')).toEqual(new Set());
    });
    expect(tape.steps[0]).toMatchObject({ reads: [], writes: [], cache: [{ kind: 'save' }] });
  });

  it('reaches the very matrix that was written', () => {
    const tape = new Tape(new Map(), noMiss);
    const matrix = number(7);
    tape.step(linear, ({ write, save }) => {
      write('Z1', matrix);
      save(Z, 'Z1');
    });
    tape.step(backward, ({ slot, read }) => {
      expect(slot(Z)).toBe(matrix);
      expect(read('Z1')).toBe(matrix);
    });
    expect(valuesOf(tape, 'Z1').map((value) => value.matrix)).toEqual([matrix]);
    expect(tape.values[0]!.matrix).toBe(matrix);
  });

  it('leaves what it was given as it was', () => {
    const given = new Map([['A0', number(2)]]);
    new Tape(given, noMiss).step(linear, ({ write }) => write('Z1', number(1)));
    expect([...given.keys()]).toEqual(['A0']);
  });

  it('that writes a name again has written another value, and a slot keeps to the one that it was given', () => {
    const tape = new Tape(new Map([['W1', number(2)]]), noMiss);
    tape.step(linear, ({ read, write, save }) => {
      save(W, 'W1');
      write('W1', number(read('W1').data[0]! - 0.5));
    });
    tape.step(backward, ({ slot, read }) => {
      expect([slot(W), read('W1')]).toEqual([number(2), number(1.5)]);
    });
    const [before, after] = valuesOf(tape, 'W1');
    expect(tape.steps.map(({ reads, writes }) => [reads, writes])).toEqual([
      [[before], [after]],
      [[before, after], []],
    ]);
    expect([before!.id, after!.id]).toEqual([0, 1]);
  });

  it('is told of once it is logged, by what it does', () => {
    const told: [number, unknown][] = [];
    const tape: Tape = new Tape(new Map(), noMiss, (id) => told.push([tape.steps.length, id]));
    tape.step(linear, () => undefined);
    tape.step(backward, () => undefined);
    expect(told).toEqual([
      [1, linear],
      [2, backward],
    ]);
  });
});

describe('what is not there', () => {
  it('cannot be read: a value that nobody wrote is an error that names it', () => {
    const tape = new Tape(new Map(), noMiss);
    expect(() => tape.step(linear, ({ read }) => read('A0'))).toThrow('A0 is read before it is written');
  });

  it('cannot be saved, so that no slot refers to it', () => {
    const tape = new Tape(new Map(), noMiss);
    expect(() => tape.step(linear, ({ save }) => save(Z, 'Z1'))).toThrow('Z1 is saved before it is written');
    tape.step(backward, ({ held }) => expect(held(1, 'activation')).toEqual(new Set()));
  });

  it('is freed without a word', () => {
    const tape = new Tape(new Map(), noMiss);
    tape.step(backward, ({ free }) => free(1, 'activation'));
    expect(tape.steps[0]!.cache).toEqual([]);
  });
});

describe('to free a cache', () => {
  it('empties every slot of that cache of that layer, and no other', () => {
    const tape = new Tape(new Map([['A0', number(2)]]), noMiss);
    const others: Slot[] = [W, { ...Z, layer: 2 }];
    tape.step(linear, ({ save, free }) => {
      for (const slot of [Z, { ...Z, slot: 'A' } as Slot, ...others]) save(slot, 'A0');
      free(1, 'activation');
    });
    const freed = tape.steps[0]!.cache.filter(({ kind }) => kind === 'free');
    expect(freed.map(({ layer, cache, slot }) => [layer, cache, slot])).toEqual([
      [1, 'activation', 'Z'],
      [1, 'activation', 'A'],
    ]);
    tape.step(backward, ({ held }) => {
      expect(held(1, 'linear')).toEqual(new Set(['W']));
      expect(held(2, 'activation')).toEqual(new Set(['Z']));
      expect(held(1, 'activation')).toEqual(new Set());
    });
  });
});
