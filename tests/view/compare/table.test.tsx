import { readFileSync } from 'node:fs';
import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readModelFile } from '../../../src/formats/model/model-file';
import { choiceOfFile, firstChoice } from '../../../src/state/choice/choice';
import { setActivation } from '../../../src/state/choice/edits';
import { compareMoves } from '../../../src/state/compared';
import { Table } from '../../../src/view/compare/Table';
import { figures, panel, show, store } from './show';

const table = { panel: <Table /> };

describe('the table', () => {
  it('has 512 bytes for keep Z, 256 for keep A, no miss, and the same gradient', () => {
    show(['Z', 'A'], firstChoice, table);
    expect(figures(1)).toMatchObject({
      Rule: '1 Keep Z',
      'After forward': '512 B',
      Peak: '512 B',
      'Over the smallest': '256 B',
      'Never read': 'W[1], b[1–3]',
      'Kept for nothing': '0 B',
      Exponentials: '32',
      Misses: '0',
      Recomputed: '0',
    });
    expect(figures(2)).toMatchObject({
      'After forward': '256 B',
      Peak: '256 B',
      'Over the smallest': '0 B',
      Exponentials: '0',
      Misses: '0',
    });
    for (const number of [1, 2]) expect(figures(number)['Against float64']).toContain('same gradient');
  });

  it('says what was kept and never read, and what was computed again', () => {
    show(['Z', 'A', 'ZA'], setActivation(1, 'silu')(firstChoice), table);
    expect(figures(2)).toMatchObject({ 'Never read': 'A[1], b[2–3]', Misses: '1', Recomputed: '1' });
    // Z[2] and Z[3], 4 × (3 + 1) × 8 bytes: A[1] is read by the next layer.
    expect(figures(3)).toMatchObject({
      'Never read': 'W[1], b[1–3], A[1], Z[2–3]',
      'Kept for nothing': '128 B',
    });
  });

  it('calls never read what the lanes call so', () => {
    const lanes = ['Z', 'A', 'ZA', 'none'];
    show(lanes, setActivation(1, 'silu')(firstChoice));
    act(() => compareMoves(store).move('last'));
    lanes.forEach((_, i) => {
      const marked = screen
        .getByRole('region', { name: `Rule ${i + 1}` })
        .querySelectorAll<HTMLElement>('[data-place="cache"][data-state="unread"]');
      const named = Array.from(marked, ({ dataset }) => `${dataset.slot!.split('.')[1]}[${dataset.layer}]`);
      const told = figures(i + 1)['Never read']!.replaceAll(/(\w+)\[(\d)–(\d)\]/g, (_all, name, from, to) =>
        Array.from({ length: to - from + 1 }, (_, k) => `${name}[${Number(from) + k}]`).join(', '),
      );
      expect(
        told
          .split(', ')
          .filter((name) => name !== 'nothing')
          .sort(),
      ).toEqual(named.sort());
    });
  });

  it('names what a peak leaves out', () => {
    show(['Z', 'A'], firstChoice, table);
    expect(
      panel('What each rule costs').getByText(/Left out is .* Z until A is computed from it, dA and dZ/),
    ).toBeInTheDocument();
  });

  it('names the k of checkpoints', () => {
    show(['Z', 'checkpoint-1'], firstChoice, table);
    expect(figures(2).Rule).toBe('2 Checkpoints of 1');
  });

  it('calls neither keep A nor keep Z wrong at a saturated output, and the stable form by how much it is off', () => {
    const model = {
      format: 'cacheback-model',
      version: 1,
      precision: 'float32',
      layers: [{ units: 1, activation: 'sigmoid' }],
      loss: 'binary_cross_entropy',
      X: [[8, 10, 12, 13, 14, 15, 16, 17]],
      Y: [[0, 0, 0, 0, 0, 0, 0, 0]],
      parameters: { W1: [[1]], b1: [[0]] },
    };
    const file = readModelFile(JSON.stringify(model));
    if (!file.ok) throw new Error(file.sentence);
    show(['Z', 'A', 'Z_stable', 'fused'], choiceOfFile(file.value), table);
    for (const number of [1, 2, 4]) expect(figures(number)['Against float64']).toMatch(/^✓ same gradient/);
    expect(figures(3)['Against float64']).toMatch(/^✗ differs/);
    expect(figures(4)['Never read']).toBe('W[1], b[1], Z[1]');
  });

  it('counts X apart, as the caller’s', () => {
    show(['Z', 'A'], firstChoice, table);
    expect(panel('What each rule costs').getByText(/X \(64 B\)/)).toBeInTheDocument();
  });

  it('says by how much a saturated sigmoid is off, for each parameter on demand', () => {
    const file = readModelFile(readFileSync('tests/reference/saturated.json', 'utf8'));
    if (!file.ok) throw new Error(file.sentence);
    show(['Z_stable', 'A', 'Z'], { ...choiceOfFile(file.value), precision: 'float32' }, table);
    expect(figures(1)['Against float64']).toMatch(/^✓ same gradient/);
    expect(figures(2)['Against float64']).toMatch(/^✗ differs \(5\.7e−4\)/);
    expect(figures(2)['Against float64']).toContain('dW[2] 5.7e−4');
    expect(figures(3)['Against float64']).toMatch(/^✗ differs/);
    expect(figures(3)['Against float64']).toContain('dW[2] 5.5e−4');
  });
});
