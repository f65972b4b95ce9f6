import fc from 'fast-check';
import type { MathNode } from 'mathjs/number';
import { describe, expect, it, vi } from 'vitest';
import { readFormula } from '../../../src/formats/formula';
import type { Condition, Expression } from '../../../src/formats/formula/expression';
import { parseFormula } from '../../../src/formats/formula/reading/parse';
import { LONGEST_FORMULA } from '../../../src/formats/model/model-schema';
import { part } from '../../extent';
import { hostileFormula } from './hostile-formulas';

/** How many parts every tree had that was tidied. */
const tidied = vi.hoisted((): number[] => []);

vi.mock('../../../src/formats/formula/tidy', async (importActual) => {
  const actual = await importActual<typeof import('../../../src/formats/formula/tidy')>();
  const counted = (node: MathNode) => {
    let parts = 0;
    node.traverse(() => {
      parts += 1;
    });
    tidied.push(parts);
    return actual.tidied(node);
  };
  return { ...actual, tidied: counted };
});

/** How many parts a tree has, each as often as it is walked. */
function partsOf(tree: Expression | Condition): number {
  const args: readonly (Expression | Condition)[] = 'args' in tree ? tree.args : [];
  const when = tree.kind === 'choice' ? partsOf(tree.when) : 0;
  return 1 + when + args.reduce((sum, part) => sum + partsOf(part), 0);
}

describe('a formula as long, as deep and as wide as it may be', () => {
  it('is a tree of no more parts than the budget of work takes it for', () => {
    let read = 0;
    fc.assert(
      fc.property(hostileFormula, (text) => {
        const parsed = parseFormula(text);
        if (!parsed.ok) return;
        read += 1;
        expect(partsOf(parsed.value.expression)).toBeLessThanOrEqual(2 * text.length);
      }),
      { numRuns: part(200) },
    );
    expect(read).toBeGreaterThan(part(20));
  });

  it('is differentiated in symbols only as far as somebody could read them', () => {
    fc.assert(
      fc.property(hostileFormula, (text) => {
        const read = readFormula(text);
        if (!read.ok) expect(read.sentence).toMatch(/^\S.*\.$/s);
      }),
      { numRuns: 40 },
    );
    expect(tidied.length).toBeGreaterThan(5);
    expect(Math.max(...tidied)).toBeLessThanOrEqual(10 * LONGEST_FORMULA);
  });
});
