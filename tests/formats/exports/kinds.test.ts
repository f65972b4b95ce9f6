import { describe, expect, it } from 'vitest';
import { record } from '../../../src/core/pass/record';
import { exportKinds } from '../../../src/formats/exports';
import { numpySections, scriptOf } from '../../../src/formats/exports/numpy-script';
import { torchScript } from '../../../src/formats/exports/torch/script';
import { firstChoice } from '../../../src/state/choice/choice';
import { setFormula } from '../../../src/state/choice/edits';
import { defineFormula } from '../../../src/state/choice/formulas';
import { modelOf } from '../../../src/state/choice/model-of';

describe('exports', () => {
  it('have a file each, and say so where a formula cannot be written in NumPy', async () => {
    const wave = { formula: 'max(z, sin(z))' };
    await defineFormula(wave);
    const own = record(modelOf(setFormula(1, 'wave', wave)(firstChoice)));
    for (const [label, { write }] of Object.entries(exportKinds)) {
      expect(write(record(modelOf(firstChoice)), 'x')?.length, label).toBeGreaterThan(0);
      const isCode = /^(NumPy|PyTorch|Notebook|Start)/.test(label);
      expect(write(own, 'x') === undefined, label).toBe(isCode);
    }
  });

  it('keep a name from breaking out of its comment, and from telling Python an encoding', () => {
    const name = 'coding: utf_7 "model"\n+AAo-import os';
    const trace = record(modelOf(firstChoice));
    for (const script of [scriptOf(numpySections(trace, name)!), torchScript(trace, name)!]) {
      const lines = script.join('').split('\n');
      const withName = lines.filter((line) => line.includes('coding:'));
      expect(withName).toEqual([`# ${JSON.stringify(name)}`]);
      // PEP 263: an encoding is looked for in the first two lines only.
      expect(lines.indexOf(withName[0]!)).toBeGreaterThan(1);
    }
  });
});
