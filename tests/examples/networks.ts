import { record } from '../../src/core/pass/record';
import type { Trace } from '../../src/core/pass/trace';
import { type Choice, firstChoice } from '../../src/state/choice/choice';
import { setAllKeeps, setBatchNorm, setDropout, setLoss, setOutput } from '../../src/state/choice/edits';
import { modelOf } from '../../src/state/choice/model-of';

const layer = { units: 3, activation: 'relu', alpha: 0, keep: 'Z' } as const;

/** Networks that show what others don't, by what is to be seen; for tests and the gallery. */
export const networks = {
  'what the page opens on': firstChoice,
  'A kept: nothing more in hidden layers': setAllKeeps('A')(firstChoice),
  'a mask kept: relu reads bits, the others compute Z again': setAllKeeps('mask')(firstChoice),
  'nothing kept: every layer computes Z again': setAllKeeps('none')(firstChoice),
  'the output at once': setOutput('fused')(firstChoice),
  'batch norm and dropout in layer 1': setDropout(1, { keep_prob: 0.8, keep: 'seed', seed: 1 })(
    setBatchNorm(1, { epsilon: 1e-5, keep: 'normalised' })(firstChoice),
  ),
  'six narrow layers': {
    ...firstChoice,
    layers: [layer, layer, layer, layer, layer, { ...layer, units: 1, activation: 'sigmoid' }],
  },
  'one layer and one example': {
    ...setLoss('mean_squared_error')(firstChoice),
    layers: [{ ...layer, units: 1, activation: 'linear' }],
    data: { set: 'moons', m: 1 },
  },
} satisfies Record<string, Choice>;

/** What each of them is called. */
export const networkNames = Object.keys(networks) as (keyof typeof networks)[];

/** The pass of one of them. */
export const passOf = (name: keyof typeof networks): Trace => record(modelOf(networks[name]));
