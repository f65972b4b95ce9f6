import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activationNames, activationOf } from '../../../src/core/activations';
import { keepRuleNames } from '../../../src/core/keep-rules';
import { lossNames } from '../../../src/core/losses';
import { record } from '../../../src/core/pass/record';
import { notebookOf } from '../../../src/formats/exports/notebook';
import { npzOf } from '../../../src/formats/exports/npz';
import { numpySections, scriptOf } from '../../../src/formats/exports/numpy-script';
import { modelOf } from '../../../src/state/build';
import { type Choice, firstChoice } from '../../../src/state/choice';
import { planOf } from '../../../src/state/plans';
import { python, runPython } from './python';

const sectionsOf = (choice: Choice, reference?: string) => {
  const model = modelOf(choice);
  const sections = numpySections(record(reference ? planOf(reference).apply(model) : model), 'a "model"\n');
  if (!sections) throw new Error('there is no script');
  return sections;
};

const scriptIn = (sections: ReturnType<typeof sectionsOf>): string => scriptOf(sections).join('');

/** A network of one activation on two shapes, under a keep rule. */
const choicesOf = (
  activation: (typeof activationNames)[number],
  keep: (typeof keepRuleNames)[number],
): Choice[] => {
  const layer = { activation, alpha: activationOf(activation).alpha ?? 0, keep };
  return [
    [3, 4, 1],
    [1, 1],
  ].map((units, i) => ({
    ...firstChoice,
    precision: 'float64' as const,
    loss: 'mean_squared_error' as const,
    data: { set: 'moons' as const, m: i === 0 ? 5 : 1 },
    layers: units.map((n) => ({ ...layer, units: n })),
  }));
};

/** A script with the first number of an array made another, far enough for its assertions to see. */
const spoilt = (script: string, array: string): string =>
  script.replace(new RegExp(`(^ *"?${array}"?(?: =|:) array\\(\\[\\[)(-?[\\d.e-]+)`, 'm'), '$1 7 + $2');

describe.skipIf(!python)('the NumPy script', { timeout: 60_000 }, () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cacheback-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs many scripts in one Python, and tells of each whether its own assertions hold. */
  function run(scripts: Readonly<Record<string, string>>): Record<string, string> {
    for (const [name, script] of Object.entries(scripts)) writeFileSync(join(folder, `${name}.py`), script);
    const { stdout, stderr } = runPython(`
import contextlib, io, json
results = {}
for name in ${JSON.stringify(Object.keys(scripts))}:
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(open(${JSON.stringify(`${folder}/`)} + name + ".py").read(), name, "exec"), {})
        results[name] = "holds"
    except AssertionError:
        results[name] = "fails"
    except Exception as error:
        results[name] = repr(error)
print(json.dumps(results))`);
    if (stderr) throw new Error(stderr);
    return JSON.parse(stdout);
  }

  it('holds for every activation and keep rule on two shapes, to 1e-10', () => {
    const scripts = Object.fromEntries(
      activationNames.flatMap((activation) =>
        keepRuleNames.flatMap((keep) =>
          choicesOf(activation, keep).map((choice, i) => [
            `${activation}-${keep}-${i}`,
            scriptIn(sectionsOf(choice)),
          ]),
        ),
      ),
    );
    const results = run(scripts);
    expect(Object.entries(results).filter(([, result]) => result !== 'holds')).toEqual([]);
    expect(Object.keys(results).length).toBe(activationNames.length * keepRuleNames.length * 2);
  }, 60_000);

  it('fails when any one of its arrays has one number changed', () => {
    const choice = choicesOf('tanh', 'A')[0]!;
    const script = scriptIn(sectionsOf(choice));
    const names = Array.from(record(modelOf(choice)).buffers.keys(), (name) => (name === 'A0' ? 'X' : name));
    const scripts = Object.fromEntries(names.map((name) => [name, spoilt(script, name)]));
    for (const name of names) expect(scripts[name], name).not.toBe(script);
    expect(run(scripts)).toEqual(Object.fromEntries(names.map((name) => [name, 'fails'])));
  });

  it('holds for every loss, in float32, and with checkpoints', () => {
    const losses = lossNames.map((loss) => [loss, scriptIn(sectionsOf({ ...firstChoice, loss }))] as const);
    const deep = { ...firstChoice, layers: [firstChoice.layers[0]!, ...firstChoice.layers] };
    const scripts = {
      ...Object.fromEntries(losses),
      checkpoints: scriptIn(sectionsOf(deep, 'checkpoint-2')),
    };
    expect([...new Set(Object.values(run(scripts)))]).toEqual(['holds']);
  });

  it('deletes what the keep rule drops, so that Python itself objects to its use', () => {
    const script = scriptIn(sectionsOf(choicesOf('tanh', 'A')[0]!));
    expect(run({ late: script.replace('dZ1 = ', 'Z1 + 0\ndZ1 = ') }).late).toMatch(/NameError.*Z1/);
  });

  it('is a notebook that runs from top to bottom', () => {
    const notebook = JSON.parse([...notebookOf(sectionsOf(choicesOf('relu', 'Z')[0]!), 'x')].join(''));
    expect(notebook.nbformat).toBe(4);
    const cells = notebook.cells as { cell_type: string; id: string; source: string[] }[];
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    const code = cells.filter(({ cell_type }) => cell_type === 'code').map(({ source }) => source.join(''));
    expect(run({ notebook: code.join('\n') })).toEqual({ notebook: 'holds' });
  });

  it('has its arrays read by np.load, with their names, shapes and types', () => {
    const path = join(folder, 'arrays.npz');
    const trace = record(planOf('mask').apply(modelOf(firstChoice)));
    writeFileSync(path, npzOf(trace));
    const { stdout } = runPython(`
import json, numpy
with numpy.load(${JSON.stringify(path)}) as arrays:
    print(json.dumps({name: [str(a.dtype), list(a.shape), a.astype(float).tolist()] for name, a in arrays.items()}))`);
    const arrays = JSON.parse(stdout);
    expect(Object.keys(arrays)).toEqual(
      expect.arrayContaining(['X', 'Y', 'W1', 'b1', 'Z1', 'A1', 'mask1', 'dZ1', 'dW1']),
    );
    expect(arrays.Z1.slice(0, 2)).toEqual(['float32', [4, 8]]);
    expect(arrays.mask1.slice(0, 2)).toEqual(['bool', [4, 8]]);
    expect(arrays.Z1[2].flat()).toEqual(Array.from(trace.buffers.get('Z1')!.data));
  });
});
