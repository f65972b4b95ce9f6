import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readModelFile } from '../../../src/formats/model-file';
import { choiceOfFile, firstChoice } from '../../../src/state/choice';
import { setActivation } from '../../../src/state/edits';
import { Table } from '../../../src/view/compare/Table';
import { figures, panel, show } from './show';

const table = { panel: <Table /> };

describe('the table', () => {
  it('has 512 bytes for keep Z, 256 for keep A, no miss, and the same gradient', () => {
    show(['Z', 'A'], firstChoice, table);
    expect(figures(1)).toMatchObject({
      Rule: '1 Keep Z',
      'After forward': '512 B',
      Peak: '512 B',
      'Over the smallest': '256 B',
      'Never read': 'nothing',
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
    expect(figures(2)).toMatchObject({ 'Never read': 'A[1]', Misses: '1', Recomputed: '1' });
    expect(figures(3)['Never read']).toBe('A[1], Z[2], Z[3]');
  });

  it('names the k of checkpoints', () => {
    show(['Z', 'checkpoint-1'], firstChoice, table);
    expect(figures(2).Rule).toBe('2 Checkpoints of 1');
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
