import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as recording from '../../../src/core/pass/record';
import { connectTrial, tryIn } from '../../../src/state/address/trial';
import { setKeep, setUnits } from '../../../src/state/choice/edits';
import { selectTrace } from '../../../src/state/selectors';
import { createStore } from '../../../src/state/store';

const store = createStore();

vi.mock('../../../src/core/pass/record', { spy: true });

const initial = store.getInitialState();
const now = () => store.getState();
let disconnect = () => {};

beforeEach(() => {
  store.setState(initial, true);
  disconnect = connectTrial(store);
  return () => disconnect();
});

afterEach(() => {
  vi.mocked(recording.record).mockReset();
});

describe('a change of the model that throws', () => {
  it('is undone with a sentence, and told to nobody', () => {
    vi.mocked(recording.record).mockImplementationOnce(() => {
      throw new RangeError('Array buffer allocation failed');
    });
    const told: unknown[] = [];
    const stop = store.subscribe(({ choice }) => told.push(choice));
    const before = now().choice;
    now().edit(setUnits(1, 5));
    stop();
    expect(now().choice).toBe(before);
    expect(new Set(told)).toEqual(new Set([before]));
    expect(now().notice).toBe(
      'This was undone, since the page could not work it out: Array buffer allocation failed.',
    );
    now().edit(setKeep(1, 'A'));
    expect(now().notice).toBeUndefined();
    expect(selectTrace(now()).model.layers[0]!.keep).toBe('A');
  });

  it('before there is anything to work out changes nothing', () => {
    const before = now().choice;
    now().edit(() => {
      throw new TypeError('no such layer.');
    });
    expect(now().choice).toBe(before);
    expect(now().notice).toBe('Nothing was changed, since the page could not work it out: no such layer.');
  });

  it('in another view is tried by what that view works out, and a change of what is compared too', () => {
    tryIn('compare', ({ comparing }) => {
      if (comparing.plans.includes('none')) throw new Error('no room');
    });
    now().setView('compare');
    const { comparing } = now();
    now().compare({ plans: ['Z', 'none'] });
    expect(now().comparing).toBe(comparing);
    expect(now().notice).toContain('no room');
    now().compare({ plans: ['Z', 'ZA'] });
    expect(now().comparing.plans).toEqual(['Z', 'ZA']);
  });
});
