import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { record } from '../../../src/core/pass/record';
import { firstChoice } from '../../../src/state/choice/choice';
import { setKeep } from '../../../src/state/choice/edits';
import { modelOf } from '../../../src/state/choice/model-of';
import { buffersIn } from '../../../src/state/passes/buffers';
import type { Given } from '../../../src/state/passes/given';
import { letGoOf } from '../../../src/state/passes/letting-go';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** What was computed elsewhere for a choice, as far as its numbers go. */
function givenFor(choice: typeof firstChoice): Given {
  const trace = record(modelOf(choice));
  return { choice, pass: { trace, untouched: trace } } as unknown as Given;
}

const bytesOf = (given: Given): number =>
  [...buffersIn(given)].reduce((sum, { byteLength }) => sum + byteLength, 0);

it('gives back the memory of what is left once all that is shown instead is drawn, and no sooner', () => {
  const left = givenFor(firstChoice);
  const buffers = buffersIn(left);
  const all = bytesOf(left);
  letGoOf(left, () => givenFor(setKeep(1, 'A')(firstChoice)));
  expect(bytesOf(left)).toBe(all);
  vi.runAllTimers();
  // A buffer without a byte is one whose memory nobody has to collect any more.
  expect([...buffers].map(({ byteLength }) => byteLength)).toEqual(Array.from(buffers, () => 0));
});

it('leaves what is shown the numbers that both have', () => {
  const left = givenFor(firstChoice);
  const [first] = left.pass.trace.values;
  const { matrix } = first!;
  const trace = { ...left.pass.trace, values: [first!] };
  const shown = { ...left, pass: { ...left.pass, trace, untouched: trace } };
  const bytes = bytesOf(shown);
  letGoOf(left, () => shown);
  vi.runAllTimers();
  expect(bytesOf(shown)).toBe(bytes);
  expect(matrix.data.length).toBeGreaterThan(0);
  expect(left.pass.trace.values.filter(({ matrix: { data } }) => data.length > 0).length).toBeLessThan(
    left.pass.trace.values.length,
  );
});
