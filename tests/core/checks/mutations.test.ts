import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareExpected } from '../../../src/core/checks/expected/expected';
import { compareRules } from '../../../src/core/checks/rules';
import { fromRows } from '../../../src/core/math/matrix';
import { parseName } from '../../../src/core/model/names';
import { record } from '../../../src/core/pass/record';
import { readModelFile } from '../../../src/formats/model/model-file';
import { rowsOf } from '../../../src/formats/model/rows-schema';
import { choiceOfFile } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { covering } from '../../extent';
import { gradientsIn, madeOf, mutated } from './mutated';
import { checked } from './shown';

const folder = `${import.meta.dirname}/../../reference`;
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

function opened(name: string) {
  const read = readModelFile(readFileSync(`${folder}/${name}`, 'utf8'));
  if (!read.ok) throw new Error(read.sentence);
  const { expected = {} } = read.value;
  const matrices = Object.entries(expected).map(
    ([tensor, value]) => [tensor, fromRows(rowsOf(value), 'float64')] as const,
  );
  return { trace: record(modelOf(choiceOfFile(read.value))), expected: new Map(matrices) };
}

/** Mistakes that central differences could tell nothing of. */
const untold: string[] = [];

const FACTORS = [1.01, 2, -1, 0];

describe.each(names.map((name, i) => [name, i] as const))('a mistake in the pass of %s', (name, i) => {
  const { trace, expected } = opened(name);
  const mistakes = gradientsIn(trace).flatMap((tensor) => FACTORS.map((factor) => [tensor, factor] as const));
  // Each kind of tensor, each layer and each factor in each pass; which factor a kind is met with goes round.
  const tried = covering(
    mistakes,
    ([tensor, factor]) => [parseName(tensor).kind, parseName(tensor).layer, factor],
    i,
  );

  it('is none without one: all checks pass', () => {
    expect(compareExpected(trace, expected).wrongCells).toEqual([]);
    expect(compareRules(trace).wrongCell).toBeUndefined();
    const { wrongCells, counts } = checked(trace);
    expect(wrongCells).toEqual([]);
    expect(counts.agrees).toBeGreaterThan(0);
  });

  it.each(tried)('that takes %s times %d is red', (tensor, factor) => {
    const wrong = mutated(trace, tensor, factor);
    expect(compareExpected(wrong, expected).wrongCells[0]?.tensor).toBe(tensor);
    expect(compareRules(wrong).wrongCell).toMatchObject({ run: 'shown', tensor });
    const { wrongCells, counts } = checked(wrong);
    for (const wrongCell of wrongCells) expect(madeOf(trace, tensor)).toContain(wrongCell.tensor);
    expect(wrongCells.length > 0 || counts.untold > 0).toBe(true);
    if (wrongCells.length === 0) untold.push(`${name} ${tensor} times ${factor}`);
  });
});

it('nothing can be told of none of these mistakes: central differences find them all', () => {
  expect(untold).toEqual([]);
});
