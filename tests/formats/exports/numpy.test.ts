import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planOf } from '../../../src/compare/plans';
import { activationNames, activationOf } from '../../../src/core/activations';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import type { Model } from '../../../src/core/model/model';
import { lossNames } from '../../../src/core/operations/losses';
import { record } from '../../../src/core/pass/record';
import { notebookOf } from '../../../src/formats/exports/notebook';
import { npzOf } from '../../../src/formats/exports/npz';
import { numpySections, scriptOf } from '../../../src/formats/exports/numpy-script';
import { type Choice, firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { covering } from '../../extent';
import { caseModels, drawnModels, mutationModels } from './models';
import { python, runPython } from './python';
import { type Outcome, runScripts } from './run-scripts';

const sectionsOf = (choice: Choice, reference?: string) => {
  const model = modelOf(choice);
  const sections = numpySections(record(reference ? planOf(reference).apply(model) : model), 'a "model"\n');
  if (!sections) throw new Error('there is no script');
  return sections;
};

type Sections = NonNullable<ReturnType<typeof numpySections>>;

const scriptIn = (sections: Sections): string => scriptOf(sections).join('');

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

/** A script with the first number of an array that is not 0 made 1% larger; of Y, which has labels, another. */
const spoilt = (script: string, array: string): string =>
  script.replace(
    new RegExp(`(^ *"?${array}"?(?: =|:) array\\(\\[\\[)(-?[\\d.e-]+)`, 'm'),
    Number(new RegExp(`^ *"?${array}"?(?: =|:) array\\(\\[\\[(-?[\\d.e-]+)`, 'm').exec(script)?.[1]) === 0
      ? '$1 0.01 + $2'
      : '$1 1.01 * $2',
  );

const precisions = ['float32', 'float64'] as const;

const scriptOfModel = (model: Model): string => scriptIn(numpySections(record(model), 'x')!);

describe.skipIf(!python)('the NumPy script', { timeout: 60_000 }, () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cacheback-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (scripts: Readonly<Record<string, string>>, mutate = false): Record<string, Outcome> =>
    runScripts(scripts, { program: python, mutate });

  /** What went wrong, by script. */
  const errorsIn = (outcomes: Record<string, Outcome>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(outcomes).flatMap(([name, { error }]) => (error === undefined ? [] : [[name, error]])),
    );

  it('holds for every activation and keep rule on two shapes, in float32 and float64', () => {
    const rows = activationNames.flatMap((activation) =>
      keepRuleNames.flatMap((keep) =>
        [0, 1].flatMap((shape) =>
          precisions.map((precision) => [activation, keep, shape, precision] as const),
        ),
      ),
    );
    // Each line of code of each activation and keep rule, and each activation on each shape in each precision.
    const tried = covering(rows, ([activation, keep, shape, precision]) => [
      `${activation} ${keep}`,
      `${activation} ${shape} ${precision}`,
    ]);
    const scripts = Object.fromEntries(
      tried.map(([activation, keep, shape, precision]) => [
        `${activation}-${keep}-${shape}-${precision}`,
        scriptIn(sectionsOf({ ...choicesOf(activation, keep)[shape]!, precision })),
      ]),
    );
    const outcomes = run(scripts);
    expect(errorsIn(outcomes)).toEqual({});
    expect(Object.keys(outcomes).length).toBe(tried.length);
  }, 120_000);

  it('notices any cell of dW and db that is changed by 1% or in its sign, in float32 too', () => {
    const models = mutationModels();
    const outcomes = run(
      Object.fromEntries(Object.entries(models).map(([name, model]) => [name, scriptOfModel(model)])),
      true,
    );
    expect(errorsIn(outcomes)).toEqual({});
    for (const [name, { tried, unnoticed }] of Object.entries(outcomes)) {
      expect(unnoticed, name).toEqual([]);
      expect(tried, name).toBeGreaterThan(60);
    }
  });

  it('agrees with the page on infinity and NaN, and where sigmoids and softmax are sure', () => {
    const models = caseModels();
    const outcomes = run(
      Object.fromEntries(Object.entries(models).map(([name, model]) => [name, scriptOfModel(model)])),
    );
    expect(errorsIn(outcomes)).toEqual({});
  });

  it('holds for networks of all kinds, drawn from a seed', () => {
    const scripts = Object.entries(drawnModels(60)).map(([name, model]) => [name, scriptOfModel(model)]);
    expect(errorsIn(run(Object.fromEntries(scripts)))).toEqual({});
  });

  it('says that it is a kink where hard_swish is at 3, and that its check allows both slopes', () => {
    const script = scriptOfModel(caseModels()['12-right']!);
    expect(script).toContain('versions of PyTorch differ');
  });

  it('would tell if float32 became float64 on the way', () => {
    const script = scriptIn(sectionsOf(firstChoice));
    const wide = script.replace('return np.maximum(Z, 0)', 'return np.maximum(Z, 0).astype(np.float64)');
    expect(wide).not.toBe(script);
    expect(run({ wide }).wide!.error).toContain('A1 is float64, not float32');
  });

  it('fails when any one of its arrays has one number changed by 1%', () => {
    const choice = choicesOf('tanh', 'A')[0]!;
    const script = scriptIn(sectionsOf(choice));
    const names = Array.from(record(modelOf(choice)).buffers.keys(), (name) => (name === 'A0' ? 'X' : name));
    const scripts = Object.fromEntries(names.map((name) => [name, spoilt(script, name)]));
    for (const name of names) expect(scripts[name], name).not.toBe(script);
    expect(Object.keys(errorsIn(run(scripts)))).toEqual(names);
  });

  it('holds for every loss, in float32, and with checkpoints', () => {
    const losses = lossNames.map((loss) => [loss, scriptIn(sectionsOf({ ...firstChoice, loss }))] as const);
    const deep = { ...firstChoice, layers: [firstChoice.layers[0]!, ...firstChoice.layers] };
    const scripts = {
      ...Object.fromEntries(losses),
      checkpoints: scriptIn(sectionsOf(deep, 'checkpoint-2')),
    };
    expect(errorsIn(run(scripts))).toEqual({});
  });

  it('deletes what the keep rule drops, so that Python itself objects to its use', () => {
    const script = scriptIn(sectionsOf(choicesOf('tanh', 'A')[0]!));
    expect(run({ late: script.replace('dZ1 = ', 'Z1 + 0\ndZ1 = ') }).late!.error).toMatch(/NameError.*Z1/);
  });

  it('is a notebook that runs from top to bottom', () => {
    const notebook = JSON.parse([...notebookOf(sectionsOf(choicesOf('relu', 'Z')[0]!), 'x')].join(''));
    expect(notebook.nbformat).toBe(4);
    const cells = notebook.cells as { cell_type: string; id: string; source: string[] }[];
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    const code = cells.filter(({ cell_type }) => cell_type === 'code').map(({ source }) => source.join(''));
    expect(errorsIn(run({ notebook: code.join('\n') }))).toEqual({});
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
