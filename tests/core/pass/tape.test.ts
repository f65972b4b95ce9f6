import { describe, expect, it } from 'vitest';
import { type Matrix, scalar } from '../../../src/core/matrix';
import { type Access, Tape } from '../../../src/core/pass/tape';
import type { Slot, StepId } from '../../../src/core/pass/trace';

const number = (x: number): Matrix => scalar(x, 'float64');

const linear: StepId = { phase: 'forward', op: 'linear', layer: 1 };
const backward: StepId = { phase: 'backward', op: 'activation', layer: 1 };

const Z: Slot = { layer: 1, cache: 'activation', slot: 'Z' };
const W: Slot = { layer: 1, cache: 'linear', slot: 'W' };

const noMiss = (): never => {
  throw new Error('nothing should be missed');
};

describe('a step on the tape', () => {
  it('is logged with what it read, wrote and saved, in that order, counted from 1', () => {
    const tape = new Tape(new Map([['A0', number(2)]]), noMiss);
    tape.step(linear, ({ buffer, write, save }) => {
      write('Z1', buffer('A0'));
      save(Z, 'Z1');
    });
    tape.step(backward, ({ slot, buffer, write, free }) => {
      write('dZ1', slot(Z));
      buffer('A0');
      free(1, 'activation');
    });
    expect(tape.steps).toEqual([
      { ...linear, index: 1, reads: ['A0'], writes: ['Z1'], cache: [{ kind: 'save', ...Z, buffer: 'Z1' }] },
      {
        ...backward,
        index: 2,
        reads: ['Z1', 'A0'],
        writes: ['dZ1'],
        cache: [
          { kind: 'read', ...Z, buffer: 'Z1' },
          { kind: 'free', ...Z, buffer: 'Z1' },
        ],
      },
    ]);
  });

  it('that reads a buffer twice has read it once', () => {
    const tape = new Tape(new Map([['A0', number(2)]]), noMiss);
    tape.step(linear, ({ buffer }) => {
      expect(buffer('A0')).toBe(buffer('A0'));
    });
    expect(tape.steps[0]!.reads).toEqual(['A0']);
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

  it('reaches the very buffer that was written', () => {
    const tape = new Tape(new Map(), noMiss);
    const matrix = number(7);
    tape.step(linear, ({ write, save }) => {
      write('Z1', matrix);
      save(Z, 'Z1');
    });
    tape.step(backward, ({ slot, buffer }) => {
      expect(slot(Z)).toBe(matrix);
      expect(buffer('Z1')).toBe(matrix);
    });
    expect(tape.buffers.get('Z1')).toBe(matrix);
  });

  it('leaves what it was given as it was', () => {
    const given = new Map([['A0', number(2)]]);
    new Tape(given, noMiss).step(linear, ({ write }) => write('Z1', number(1)));
    expect([...given.keys()]).toEqual(['A0']);
  });
});

describe('what is not there', () => {
  it('cannot be read: a buffer that nobody wrote is an error that names it', () => {
    const tape = new Tape(new Map(), noMiss);
    expect(() => tape.step(linear, ({ buffer }) => buffer('A0'))).toThrow('A0 is read before it is written');
  });

  it('cannot be read through a slot that refers to it', () => {
    const tape = new Tape(new Map(), noMiss);
    const run = ({ save, slot }: Access) => {
      save(Z, 'Z1');
      slot(Z);
    };
    expect(() => tape.step(linear, run)).toThrow('Z1 is read before it is written');
  });

  it('is freed without a word', () => {
    const tape = new Tape(new Map(), noMiss);
    tape.step(backward, ({ free }) => free(1, 'activation'));
    expect(tape.steps[0]!.cache).toEqual([]);
  });
});

describe('to free a cache', () => {
  it('empties every slot of that cache of that layer, and no other', () => {
    const tape = new Tape(new Map(), noMiss);
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
