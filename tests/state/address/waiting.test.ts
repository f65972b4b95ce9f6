// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readLink } from '../../../src/state/address/shared-link';
import { firstChoice } from '../../../src/state/choice/choice';
import { setFormula, setKeep } from '../../../src/state/choice/edits';
import * as formulas from '../../../src/state/choice/formulas';
import { plainFile } from '../../formats/files';
import { choice, cost, drawn, go, initial, linkTo, reload, reluBackward, store, visit } from '../browser';

vi.mock(import('../../../src/state/choice/formulas'), async (original) => {
  const whole = await original();
  return { ...whole, defineFormulas: vi.fn(whole.defineFormulas) };
});

const { edit, moveTo, open } = initial;

/** Lets the next formulas be read when the test says so. */
function held() {
  let answer = (_flaw?: string) => {};
  const reading = new Promise<string | undefined>((resolve) => {
    answer = resolve;
  });
  vi.mocked(formulas.defineFormulas).mockReturnValueOnce(reading);
  return { answer };
}

const withFormula = setFormula(1, 'mine', { formula: 'z * tanh(z) + 1' })(firstChoice);
const link = () => linkTo(withFormula, reluBackward).hash;

afterEach(() => vi.mocked(formulas.defineFormulas).mockClear());

describe('a link whose formula cannot be read yet', () => {
  it('keeps its address while the page waits, also where a step is taken, and says that it waits', async () => {
    vi.useFakeTimers();
    held();
    visit(link());
    moveTo(cost);
    await vi.advanceTimersByTimeAsync(1000);
    expect(window.location.hash).toBe(link());
    expect(store.getState().notice).toMatch(/^This link has a formula\./);
  });

  it('keeps its address where what reads formulas did not come, and tries again', async () => {
    vi.useFakeTimers();
    const { answer } = held();
    visit(link());
    answer(formulas.NOT_LOADED);
    await vi.advanceTimersByTimeAsync(10);
    expect(store.getState().notice).toContain('goes on trying');
    expect(window.location.hash).toBe(link());
    vi.mocked(formulas.defineFormulas).mockReturnValueOnce(undefined);
    await vi.advanceTimersByTimeAsync(5000);
    expect(choice()).toEqual(withFormula);
    expect(store.getState().notice).toBeUndefined();
  });

  it('never overwrites what was done meanwhile, in the model or in the history', async () => {
    const { answer } = held();
    visit(link());
    edit(setKeep(1, 'A'));
    const { length } = window.history;
    const done = choice();
    answer();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(choice()).toBe(done);
    expect(window.history.length).toBe(length);
    await drawn();
    expect(readLink(window.location.hash).choice).toEqual(done);
  });
});

describe('a formula that is shown', () => {
  it('needs no waiting where the history brings it back', async () => {
    visit();
    await formulas.defineFormula(withFormula.layers[0]!.own!);
    edit(setFormula(1, 'mine', withFormula.layers[0]!.own!));
    edit(setKeep(1, 'A'));
    await drawn();
    await go(-1);
    expect(choice()).toEqual(withFormula);
    expect(vi.mocked(formulas.defineFormulas).mock.results.map(({ value }) => value)).toEqual([undefined]);
  });
});

describe('a change that the browser refuses to write into its history', () => {
  it('is written as soon as the browser takes it, as one entry', () => {
    vi.useFakeTimers();
    visit();
    const { length } = window.history;
    const push = vi.spyOn(window.history, 'pushState').mockImplementationOnce(() => {
      throw new DOMException('too many calls', 'SecurityError');
    });
    edit(setKeep(1, 'A'));
    moveTo(cost);
    vi.advanceTimersByTime(5000);
    expect(push).toHaveBeenCalledTimes(2);
    expect(window.history.length).toBe(length + 1);
    expect(window.location.hash).toBe(linkTo(choice(), cost).hash);
  });
});

describe('a link without its data', () => {
  const rows = Array.from({ length: 2 }, (_, i) =>
    Array.from({ length: 3000 }, (_, j) => Math.sin(i + 7 * j)),
  );
  const layers = [{ units: 2, activation: 'tanh' }];
  const file = plainFile({ name: 'large', X: rows, Y: rows, layers, parameters: undefined });
  const opening = () =>
    Object.assign(new File([], 'large.json'), {
      arrayBuffer: async () => new TextEncoder().encode(JSON.stringify(file)).buffer,
    });

  it('stays in the address, and is applied to its file when that is opened', async () => {
    visit();
    await open(opening());
    edit(setKeep(1, 'none'));
    await drawn();
    const { hash, whole } = linkTo(choice(), reluBackward);
    expect(whole).toBe(false);
    const linked = choice();
    window.history.replaceState(null, '', `/${hash}`);
    reload();
    moveTo(cost);
    expect(window.location.hash).toBe(hash);
    await open(opening());
    expect(choice()).toEqual(linked);
    expect(store.getState().position).toEqual(reluBackward);
  });
});
