import { describe, expect, it } from 'vitest';
import { causes, conventionName, judge, mistakesIn } from '../../src/mine';
import { part } from '../extent';
import { type Case, drawnCase, type Manner, manners, moreManners } from './drawn';
import { mistakes } from './student';

/** So many cases with each number of mistakes, of which a search for causes takes its time. */
const EACH = part(150, 8);

function casesWith(count: number, written: readonly Manner[], wanted = EACH): Case[] {
  const cases: Case[] = [];
  for (let seed = 1000 * count; cases.length < wanted; seed++) {
    const drawn = drawnCase(seed, count, written);
    if (drawn && drawn.made.length === count) cases.push(drawn);
  }
  return cases;
}

const told = ({ model, brought }: Case) =>
  mistakesIn(judge(model, brought)).map(({ tensor, found }) => ({ tensor, cause: found?.id ?? 'unknown' }));

describe('a right pass', () => {
  it('has no mistake, however it is written down', () => {
    const wrong = casesWith(0, moreManners, part(450)).flatMap((drawn) =>
      told(drawn).map(({ tensor, cause }) => `${drawn.seed} ${drawn.manner} ${tensor} ${cause}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('gradients of parameters alone', () => {
  it('tell that examples are rows, where dW stands as X.T @ dZ', () => {
    let tried = 0;
    for (const { net, model, brought } of casesWith(0, ['rows'], part(60))) {
      if (net.activations.some((_, i) => net.units[i] === net.units[i + 1])) continue;
      const alone = new Map([...brought].filter(([name]) => /^d[Wb]/.test(name)));
      if (net.activations.length < 2 || alone.size < 2 * net.activations.length) continue;
      expect(conventionName(judge(model, alone).convention)).toBe('rows');
      tried++;
    }
    expect(tried).toBeGreaterThan(part(3));
  });
});

describe('a pass with mistakes', () => {
  it('is drawn with every cause that there is', () => {
    const drawn = new Set(Object.keys(mistakes).map((key) => key.split(' ')[0]));
    expect([...drawn].sort()).toEqual(Object.keys(causes).sort());
  });

  it('has nearly all of them found and named, and next to nothing else', () => {
    let [made, found, named] = [0, 0, 0];
    const others: string[] = [];
    for (const count of [1, 2, 3])
      for (const drawn of casesWith(count, manners)) {
        const mine = told(drawn);
        for (const { tensor, cause } of drawn.made) {
          const match = mine.find((row) => row.tensor === tensor);
          made++;
          if (match) found++;
          if (match?.cause === cause) named++;
        }
        for (const { tensor, cause } of mine)
          if (!drawn.made.some((row) => row.tensor === tensor))
            others.push(`${drawn.seed} ${tensor} ${cause}`);
      }
    expect(found / made).toBeGreaterThanOrEqual(0.98);
    expect(named / made).toBeGreaterThanOrEqual(0.95);
    expect(others.length / made).toBeLessThanOrEqual(0.005);
  });
});
