import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pythonWith } from '../../scripts/python/find';
import { type ActivationName, activationNames, activationOf } from '../../src/core/activations';
import { lossNames } from '../../src/core/losses';
import type { Precision } from '../../src/core/matrix';
import { record } from '../../src/core/pass/record';
import { torchScript } from '../../src/formats/exports/torch/script';
import { modelOf } from '../../src/state/build';
import { type Choice, firstChoice } from '../../src/state/choice';
import { rowOf } from '../../src/state/plans/frameworks';
import { runPython } from '../formats/exports/python';

const scriptOf = (choice: Choice): string => torchScript(record(modelOf(choice)), 'a "name"\n')!.join('');

function choiceOf(activation: ActivationName, precision: Precision): Choice {
  const layer = { activation, alpha: activationOf(activation).alpha ?? 0, keep: 'Z' as const };
  const layers = [3, 4, 1].map((units) => ({ ...layer, units }));
  return { ...firstChoice, precision, loss: 'mean_squared_error', layers };
}

/** What a script reports of itself: whether its assertions hold, and the names of what autograd saved, by place. */
interface Outcome {
  readonly error?: string;
  readonly saved: Readonly<Record<string, readonly string[]>>;
}

/** The words of the data on frameworks, by whether Z and A are among what was saved. */
const wordOf = (saved: readonly string[]): string =>
  saved.includes('Z1') ? (saved.includes('A1') ? 'both' : 'input') : saved.includes('A1') ? 'output' : 'none';

describe('the PyTorch script, under PyTorch', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cacheback-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs many scripts in one Python. */
  function run(scripts: Readonly<Record<string, string>>): Record<string, Outcome> {
    for (const [name, script] of Object.entries(scripts)) writeFileSync(join(folder, `${name}.py`), script);
    const { stdout, stderr, status } = runPython(
      `
import contextlib, io, json
outcomes = {}
for name in ${JSON.stringify(Object.keys(scripts))}:
    names = {}
    outcomes[name] = {}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(open(${JSON.stringify(`${folder}/`)} + name + ".py").read(), name, "exec"), names)
    except Exception as error:
        outcomes[name]["error"] = repr(error)
    outcomes[name]["saved"] = names.get("report", {})
print(json.dumps(outcomes))`,
      pythonWith('torch'),
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  }

  it('holds for every activation in both precisions, and saves what the data on frameworks says', () => {
    const cases = activationNames.flatMap((activation) =>
      (['float64', 'float32'] as const).map((precision) => ({ activation, precision })),
    );
    const nameOf = ({ activation, precision }: (typeof cases)[number]) => `${activation}-${precision}`;
    const outcomes = run(
      Object.fromEntries(cases.map((c) => [nameOf(c), scriptOf(choiceOf(c.activation, c.precision))])),
    );
    for (const c of cases) {
      const { error, saved } = outcomes[nameOf(c)]!;
      expect(error, nameOf(c)).toBeUndefined();
      expect(wordOf(saved['activation, layer 1'] ?? []), nameOf(c)).toBe(rowOf(c.activation).saved.pytorch);
    }
  });

  it('holds for every loss', () => {
    const outcomes = run(
      Object.fromEntries(lossNames.map((loss) => [loss, scriptOf({ ...firstChoice, loss })])),
    );
    expect(Object.values(outcomes).map(({ error }) => error)).toEqual(lossNames.map(() => undefined));
  });

  it('fails when one of its gradients is changed', () => {
    const script = scriptOf(choiceOf('tanh', 'float64'));
    const spoilt = script.replace(/("dW1": array\(\[\[)(-?[\d.e-]+)/, '$1 7 + $2');
    expect(spoilt).not.toBe(script);
    expect(run({ spoilt }).spoilt!.error).toMatch(/AssertionError.*dW1/);
  });
});
