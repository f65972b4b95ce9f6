import { describe, expect, it } from 'vitest';
import { record } from '../../../src/core/pass/record';
import { exportKinds } from '../../../src/formats/exports';
import { numpySections, scriptOf } from '../../../src/formats/exports/numpy-script';
import { torchScript } from '../../../src/formats/exports/torch/script';
import { type Choice, firstChoice } from '../../../src/state/choice/choice';
import { setBatchNorm, setDropout, setFormula } from '../../../src/state/choice/edits';
import { defineFormula } from '../../../src/state/choice/formulas';
import { modelOf } from '../../../src/state/choice/model-of';

const plain = { formula: 'z + sin(z)' };
const dropout = { keep_prob: 0.8, keep: 'mask', seed: 1 } as const;

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

  it.each([
    ['no batch norm (layer 1)', [setBatchNorm(1, { epsilon: 1e-5, keep: 'normalised' })]],
    [
      'no batch norm (layer 3) and no dropout (layers 1 and 2)',
      [setDropout(1, dropout), setDropout(2, dropout), setBatchNorm(3, { epsilon: 1e-5, keep: 'all' })],
    ],
    ['no activation of your own (layer 2)', [setFormula(2, 'plain', plain)]],
  ] as const)('that begin with the course’s functions say that these have %s', async (lacking, edits) => {
    await defineFormula(plain);
    const choice = edits.reduce<Choice>((before, edit) => edit(before), firstChoice);
    for (const kind of ['Start your own (.py)', 'Start your own (.ipynb)'] as const) {
      const { write, lacks } = exportKinds[kind];
      expect(write(record(modelOf(choice)), 'x'), kind).toBeUndefined();
      expect(lacks(choice), kind).toBe(
        `The course's functions, which you would write yourself, have ${lacking}. Take that out to start your own.`,
      );
      expect(lacks(firstChoice), kind).toBeUndefined();
    }
  });

  it.each([
    [
      'NumPy script (.py)',
      '“wave” (layers 1 and 3) cannot be written as NumPy code: it jumps or bends, does not depend on z, or has a slope that is too long to write. The trace has all of this network.',
    ],
    [
      'PyTorch script (.py)',
      '“wave” (layers 1 and 3) cannot be written as a PyTorch script: it jumps or bends, does not depend on z, or has a slope that is too long to write. “mine” (layer 2) cannot be written as a PyTorch script: its slope is one that you gave, and autograd works out its own. The trace has all of this network.',
    ],
  ] as const)(
    'name the function and the layer that keep a network from being a %s, and why',
    async (kind, says) => {
      const wave = { formula: 'max(z, sin(z))' };
      const mine = { formula: 'tanh(z)', slope: '1 - tanh(z)^2' };
      await defineFormula(wave);
      await defineFormula(mine);
      const edits = [setFormula(1, 'wave', wave), setFormula(2, 'mine', mine), setFormula(3, 'wave', wave)];
      const choice = edits.reduce<Choice>((before, edit) => edit(before), firstChoice);
      const { write, lacks } = exportKinds[kind];
      expect(write(record(modelOf(choice)), 'x')).toBeUndefined();
      expect(lacks(choice)).toBe(says);
      const writable = setFormula(2, 'plain', plain)(firstChoice);
      await defineFormula(plain);
      expect(write(record(modelOf(writable)), 'x')).toBeDefined();
      expect(lacks(writable)).toBeUndefined();
    },
  );

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
