import { describe, expect, it, vi } from 'vitest';
import { summarize } from '../../../src/compare/summary';
import { areSameBits } from '../../../src/core/math/bits';
import { isGiven } from '../../../src/core/model/model';
import { record } from '../../../src/core/pass/record';
import type { Trace } from '../../../src/core/pass/trace';
import { type Choice, firstChoice } from '../../../src/state/choice/choice';
import { setActivation, setAllKeeps, setExamples, setKeep, setUnits } from '../../../src/state/choice/edits';
import { modelOf } from '../../../src/state/choice/model-of';
import { isAtOnce } from '../../../src/state/passes/size';
import { type Run, selectRuns } from '../../../src/state/runs';
import { scalesOf } from '../../../src/state/scales';
import {
  selectMemoryLines,
  selectScales,
  selectTampering,
  selectTrace,
  selectUntouched,
} from '../../../src/state/selectors';
import { opening } from '../../../src/state/shown/view';
import { createStore } from '../../../src/state/store';
import { wantedOf } from '../../../src/state/taking';
import { changeCell } from '../../../src/state/what-if/edits';
import { fakeThread } from './fake-thread';

/** Large enough for a thread of its own, and small enough to be worked out here. */
const large: Choice = {
  ...firstChoice,
  layers: [
    { units: 300, activation: 'relu', alpha: 0, keep: 'Z' },
    { units: 300, activation: 'tanh', alpha: 0, keep: 'Z' },
    { units: 1, activation: 'sigmoid', alpha: 0, keep: 'Z' },
  ],
  data: { set: 'moons', m: 400 },
};

/** The bytes of all numbers of passes, each once. */
function bytesOf(traces: readonly Trace[]): number {
  const matrices = traces.flatMap(({ values }) => values.map(({ matrix }) => matrix.data.buffer));
  return [...new Set(matrices)].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function setUp() {
  const thread = fakeThread();
  const store = createStore(thread.load);
  const { begun } = thread;
  const next = (count: number) => vi.waitFor(() => expect(begun).toHaveLength(count));
  return { store, begun, next, ...store.getState() };
}

const loaded = () => new Promise((resolve) => setTimeout(resolve));

describe('a small model', () => {
  it('is shown at once, and no thread is begun', async () => {
    const { store, begun, edit } = setUp();
    expect(isAtOnce(store.getState())).toBe(true);
    edit(setActivation(1, 'gelu'));
    expect(store.getState().choice.layers[0]!.activation).toBe('gelu');
    expect(store.getState().pending).toBeUndefined();
    await loaded();
    expect(begun).toHaveLength(0);
  });
});

describe('a large model', () => {
  it('is worked out elsewhere while the last picture stays, and then shown', async () => {
    const { store, begun, next, show } = setUp();
    expect(isAtOnce({ ...opening, choice: large })).toBe(false);
    show(large, 'start');
    await next(1);
    expect(store.getState().choice).toBe(firstChoice);
    expect(wantedOf(store.getState())).toBe(large);
    begun[0]!.tell(0.4);
    expect(store.getState().pending!.done).toBe(0.4);
    await begun[0]!.finish();
    expect(store.getState()).toMatchObject({ choice: large, pending: undefined });
  });

  it('comes with the same numbers, reads and bytes as if it had been worked out here', async () => {
    const { store, begun, next, show } = setUp();
    show(large, 'start');
    await next(1);
    await begun[0]!.finish();
    const state = store.getState();
    const expected = record(modelOf(large));
    const trace = selectTrace(state);
    expect(trace.steps.map(({ node, reads, writes, cache, ...step }) => step)).toEqual(
      expected.steps.map(({ node, reads, writes, cache, ...step }) => step),
    );
    for (const [name, { data }] of expected.buffers)
      expect(Buffer.from(trace.buffers.get(name)!.data.buffer).equals(Buffer.from(data.buffer)), name).toBe(
        true,
      );
    const here = { choice: large };
    expect(selectScales.layer(state)).toEqual(selectScales.layer(here));
    expect(selectMemoryLines(state)).toEqual(selectMemoryLines(here));
  });

  it('keeps the identity of a buffer that stands in two slots, and of its nodes', async () => {
    const { store, begun, next, show } = setUp();
    show(setAllKeeps('A')(large), 'start');
    await next(1);
    await begun[0]!.finish();
    const trace = selectTrace(store.getState());
    const saved = trace.steps.flatMap(({ cache }) =>
      cache.filter(({ kind, buffer }) => kind === 'save' && buffer === 'A1'),
    );
    expect(saved.length).toBe(2);
    expect(saved[0]!.value).toBe(saved[1]!.value);
    expect(saved[0]!.value!.matrix).toBe(trace.buffers.get('A1'));
    expect(trace.steps.every(({ node }) => trace.nodes.includes(node))).toBe(true);
    expect(selectUntouched(store.getState())).toBe(trace);
  });

  it('is given way by an edit that is made meanwhile, which goes on from it', async () => {
    const { store, begun, next, show, edit } = setUp();
    show(large, 'start');
    await next(1);
    edit(setKeep(1, 'none'));
    await next(2);
    expect(begun[0]!.isStopped).toBe(true);
    await begun[1]!.finish();
    await begun[0]!.finish();
    expect(store.getState().choice.layers.map(({ keep, units }) => [units, keep])).toEqual([
      [300, 'none'],
      [300, 'Z'],
      [1, 'Z'],
    ]);
  });

  it('is dropped at once where an edit makes it small', async () => {
    const { store, begun, next, show, edit } = setUp();
    show(large, 'start');
    await next(1);
    edit((choice) => setUnits(1, 3)(setUnits(2, 3)(choice)));
    expect(store.getState().choice.layers.map(({ units }) => units)).toEqual([3, 3, 1]);
    expect(store.getState().pending).toBeUndefined();
    expect(begun[0]!.isStopped).toBe(true);
  });

  it('leaves the page as it was once it is stopped, with a sentence', async () => {
    const { store, begun, next, show, stop } = setUp();
    show(large, 'start');
    await next(1);
    stop();
    expect(begun[0]!.isStopped).toBe(true);
    expect(store.getState()).toMatchObject({ choice: firstChoice, pending: undefined });
    expect(store.getState().notice).toMatch(/^Stopped\./);
    await begun[0]!.finish();
    expect(store.getState().choice).toBe(firstChoice);
  });

  it('is undone with a sentence where it can not be worked out', async () => {
    const { store, begun, next, show } = setUp();
    show(large, 'start');
    await next(1);
    begun[0]!.fail(new Error('out of memory'));
    await vi.waitFor(() => expect(store.getState().pending).toBeUndefined());
    expect(store.getState().choice).toBe(firstChoice);
    expect(store.getState().notice).toContain('out of memory');
  });

  it('is stopped before its thread has begun', async () => {
    const { store, begun, show, stop } = setUp();
    show(large, 'start');
    stop();
    await loaded();
    expect(begun).toHaveLength(0);
    expect(store.getState().choice).toBe(firstChoice);
  });

  it('is worked out here where the browser has no threads', async () => {
    const store = createStore(async () => () => undefined);
    store.getState().show(large, 'start');
    await vi.waitFor(() => expect(store.getState().choice).toBe(large));
    expect(selectTrace(store.getState()).steps.length).toBe(19);
  });

  it('stands again at once where what was shown is chosen again', async () => {
    const { store, begun, next, show, edit } = setUp();
    show(large, 'start');
    await next(1);
    await begun[0]!.finish();
    const trace = selectTrace(store.getState());
    edit(setKeep(1, 'A'));
    await next(2);
    edit(setKeep(1, 'Z'));
    expect(begun[1]!.isStopped).toBe(true);
    expect(store.getState().pending).toBeUndefined();
    expect(selectTrace(store.getState())).toBe(trace);
  });

  it('is stepped through while the next one is worked out', async () => {
    const { store, begun, next, show, edit, moveTo } = setUp();
    show(large, 'start');
    await next(1);
    await begun[0]!.finish();
    edit(setExamples(401));
    await next(2);
    const position = { phase: 'forward', op: 'linear', layer: 2 } as const;
    moveTo(position);
    await begun[1]!.finish();
    expect(store.getState().position).toEqual(position);
    expect(selectTrace(store.getState()).model.X.cols).toBe(401);
  });

  it('lets go of the pass before it', async () => {
    const { store, begun, next, show, edit } = setUp();
    show(large, 'start');
    await next(1);
    await begun[0]!.finish();
    const before = store.getState().memory;
    edit(setExamples(402));
    await next(2);
    await begun[1]!.finish();
    expect(store.getState().memory).not.toBe(before);
    edit((choice) => setUnits(1, 3)(setUnits(2, 3)(choice)));
    expect(store.getState().memory.given).toBeUndefined();
  });

  it('takes the numbers from the pass before it once it is drawn, whoever still holds that', async () => {
    const { store, begun, next, show, edit } = setUp();
    show(large, 'start');
    await next(1);
    await begun[0]!.finish();
    const before = selectTrace(store.getState());
    expect(bytesOf([before])).toBeGreaterThan(0);
    edit(setExamples(402));
    await next(2);
    await begun[1]!.finish();
    await vi.waitFor(() => expect(bytesOf([before])).toBe(0), { timeout: 5_000 });
    expect(bytesOf([selectTrace(store.getState())])).toBe(
      bytesOf([record(modelOf(store.getState().choice))]),
    );
  });

  it('keeps its numbers when it is left and comes back before it would be let go of', async () => {
    const { store, begun, next, show, edit, setView } = setUp();
    show(large, 'start');
    await next(1);
    await begun[0]!.finish();
    setView('compare');
    await next(2);
    await begun[1]!.finish();
    const { pass } = store.getState().memory.given!;
    const lanes = selectRuns(store.getState()).map(({ trace }) => trace);
    setView('step');
    await vi.waitFor(() => expect(bytesOf(lanes)).toBe(bytesOf([pass.trace])), { timeout: 5_000 });
    expect(bytesOf([pass.trace])).toBe(bytesOf([record(modelOf(large))]));
    edit(setExamples(402));
    await next(3);
    store.getState().stop();
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    expect(bytesOf([selectTrace(store.getState())])).toBe(bytesOf([record(modelOf(large))]));
  });

  it('has cells of its caches changed by hand elsewhere too', async () => {
    const { store, begun, next, show, edit } = setUp();
    show(large, 'start');
    await next(1);
    await begun[0]!.finish();
    edit(changeCell({ tensor: 'Z2', row: 0, col: 0 }, 7));
    await next(2);
    await begun[1]!.finish();
    const state = store.getState();
    const [changed, untouched]: Trace[] = [selectTrace(state), selectUntouched(state)];
    expect(changed!.buffers.get('Z2')!.data[0]).toBe(7);
    expect(untouched!.buffers.get('Z2')!.data[0]).not.toBe(7);
  });
});

describe('a comparison of a large model', () => {
  it('is worked out elsewhere, and let go with its view', async () => {
    const { store, begun, next, show, setView } = setUp();
    show(large, 'start');
    await next(1);
    await begun[0]!.finish();
    setView('compare');
    expect(store.getState().view).toBe('step');
    await next(2);
    expect(begun[1]!.job).toMatchObject({ pass: false, plans: ['Z', 'A'] });
    await begun[1]!.finish();
    const state = store.getState();
    expect(state.view).toBe('compare');
    expect(selectRuns(state).map(({ plan, trace }) => [plan.label, trace.steps.length])).toEqual([
      ['Keep Z', 19],
      ['Keep A', 19],
    ]);
    expect(selectRuns(state)).toBe(selectRuns(state));
    setView('step');
    expect(store.getState().memory.given!.comparison).toBeUndefined();
    expect(store.getState().view).toBe('step');
  });

  it.each([
    ['two lanes', ['Z', 'A']],
    ['as many lanes as there may be', ['Z', 'A', 'mask', 'none']],
  ])('of %s holds no more than two passes beside the page, and the numbers of each', async (_, lanes) => {
    const { store, begun, next, show, setView, compare } = setUp();
    compare({ plans: lanes });
    setView('compare');
    show(large, 'start');
    await next(1);
    await begun[0]!.finish();
    const state = store.getState();
    const one = bytesOf([selectTrace(state)]);
    const runs = selectRuns(state);
    expect(bytesOf([selectTrace(state), ...runs.map(({ trace }) => trace)])).toBeLessThanOrEqual(2 * one);
    for (const { plan, trace } of runs) {
      const alone = record(plan.apply(modelOf(large)));
      expect(trace.steps.length).toBe(alone.steps.length);
      for (const [name, { data }] of alone.buffers)
        expect(Buffer.from(trace.buffers.get(name)!.data.buffer).equals(Buffer.from(data.buffer)), name).toBe(
          true,
        );
    }
  });

  it.each([
    ['as it was computed', large],
    ['with cells changed by hand', changeCell({ tensor: 'Z2', row: 0, col: 0 }, 7)(large)],
  ])(
    'is handed over without what the page has of its pass, and has the numbers of each lane, %s',
    async (_, choice) => {
      const { store, begun, next, show, setView, compare } = setUp();
      compare({ plans: ['Z', 'A', 'none'] });
      show(choice, 'start');
      await next(1);
      await begun[0]!.finish();
      const { pass } = store.getState().memory.given!;
      const there = new Set(pass.byKeys.values());
      setView('compare');
      await next(2);
      const { comparison } = await begun[1]!.finish();
      const state = store.getState();
      expect(state.memory.given!.pass).toBe(pass);
      const model = modelOf(choice);
      const tampering = selectTampering({ choice });
      for (const { plan, trace, summary } of selectRuns(state)) {
        const alone = record(plan.apply(model), undefined, tampering);
        expect(summary).toEqual(summarize(alone));
        for (const [i, { name, matrix }] of alone.values.entries()) {
          const value = trace.values[i]!;
          expect([value.name, areSameBits(value.matrix, matrix)]).toEqual([name, true]);
          // What is the same is the page's own, given or computed.
          if (isGiven(name, model) || name === 'Z1' || name === 'A1') expect(there).toContain(value.matrix);
          expect(trace.buffers.get(name)).toBe(trace.values.findLast((last) => last.name === name)!.matrix);
        }
        expect(there).toContain(trace.model.X);
        expect(there).toContain(trace.model.parameters.get('W1'));
      }
      const runs = state.memory.given!.comparison!.runs as readonly Pick<Run, 'trace' | 'untouched'>[];
      const all = runs.flatMap(({ trace, untouched }) => [trace, untouched]);
      const more = new Set(
        all.flatMap(({ values }) => values.map(({ matrix }) => matrix)).filter((m) => !there.has(m)),
      );
      expect(comparison).toBe([...more].reduce((sum, { data }) => sum + data.byteLength, 0));
      expect(state.memory.given!.comparison!.scales).toEqual({
        layer: scalesOf(
          runs.map(({ untouched }) => untouched),
          'layer',
        ),
        network: scalesOf(
          runs.map(({ untouched }) => untouched),
          'network',
        ),
      });
    },
  );

  it('comes with a model that is edited in it', async () => {
    const { store, begun, next, show, setView, edit } = setUp();
    setView('compare');
    show(large, 'start');
    await next(1);
    expect(begun[0]!.job).toMatchObject({ pass: true, plans: ['Z', 'A'] });
    await begun[0]!.finish();
    edit(setKeep(1, 'none'));
    await next(2);
    await begun[1]!.finish();
    expect(selectRuns(store.getState())[0]!.trace.model.X.cols).toBe(400);
  });

  it('is worked out besides where its view was gone to meanwhile', async () => {
    const { store, begun, next, show, setView } = setUp();
    show(large, 'start');
    await next(1);
    setView('compare');
    expect(store.getState().view).toBe('compare');
    await begun[0]!.finish();
    await next(2);
    expect(begun[1]!.job).toMatchObject({ pass: false, plans: ['Z', 'A'] });
    await begun[1]!.finish();
    expect(store.getState().choice).toBe(large);
    expect(selectRuns(store.getState())).toHaveLength(2);
  });
});
