import { describe, expect, it, vi } from 'vitest';
import { multiply } from '../../src/core/math/multiply';
import { resultOf } from '../../src/core/pass/nodes';
import { slotKey } from '../../src/core/pass/trace';
import { courseNetwork, network } from '../../src/lessons/network';
import { counted, isDue, kindOfStep, questionAt } from '../../src/lessons/predict';
import { judge } from '../../src/lessons/questions';
import { offeredIn, turnMaking } from '../../src/lessons/turn';
import { seenOf } from './student';

vi.mock('../../src/core/math/multiply', { spy: true });

describe('predicting', () => {
  it('asks once for every step of the way back, before what is computed again for it', () => {
    const { trace } = seenOf(
      network([
        { units: 4, activation: 'relu', keep: 'none' },
        { units: 3, activation: 'silu', keep: 'A' },
        { units: 1, activation: 'sigmoid' },
      ]),
    );
    const asked = trace.steps.flatMap((_, index) => questionAt(trace, index)?.question.makes ?? []);
    const back = trace.steps.filter(
      ({ phase, op }) => phase === 'backward' || (phase === 'loss' && op !== 'cost'),
    );
    expect(asked).toEqual(back.map(resultOf));
  });

  it('asks for nothing on the way forward', () => {
    const { trace } = seenOf(courseNetwork);
    const forward = trace.steps.filter(({ phase, op }) => phase === 'forward' || op === 'cost');
    for (let index = 0; index < forward.length; index++) expect(questionAt(trace, index)).toBeUndefined();
  });

  it('judges an answer of nothing but slots that nobody reads without running another pass', () => {
    const { trace, ...seen } = seenOf(courseNetwork);
    const { question } = questionAt(
      trace,
      trace.steps.findIndex(({ op }) => op === 'weights'),
    )!;
    const offered = offeredIn(trace, turnMaking(trace, question.makes)).map(({ slot }) => slotKey(slot));
    vi.mocked(multiply).mockClear();
    const { notes } = judge(question, offered, { trace, ...seen });
    expect(notes.some(({ says }) => says.includes('No step of this pass reads it'))).toBe(true);
    const sizes = vi.mocked(multiply).mock.calls.map(([a, b]) => Math.max(a.data.length, b.data.length));
    expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(1);
  });

  it('tells steps apart by what they do and read from', () => {
    const { trace } = seenOf(courseNetwork);
    const kinds = trace.steps
      .filter(({ phase }) => phase === 'backward')
      .map((step) => kindOfStep(step, trace));
    expect(new Set(kinds)).toEqual(
      new Set(['activation sigmoid Z', 'activation tanh Z', 'activation relu Z', 'weights', 'bias', 'input']),
    );
  });

  it('asks of what is known now and then, and of what was missed every time', () => {
    let tally = counted(undefined, true);
    for (let i = 0; i < 4; i++) tally = counted(tally, true);
    const due = Array.from({ length: 20 }, (_, index) => isDue(tally, index)).filter(Boolean).length;
    expect(due).toBeGreaterThan(0);
    expect(due).toBeLessThan(10);
    const missed = counted(tally, false);
    expect(Array.from({ length: 20 }, (_, index) => isDue(missed, index)).every(Boolean)).toBe(true);
    expect(missed).toEqual({ asked: 6, right: 5, streak: 0 });
  });
});
