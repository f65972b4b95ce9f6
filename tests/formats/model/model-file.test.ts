import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationNames } from '../../../src/core/activations';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import { routeNames } from '../../../src/core/model/model';
import { lossNames } from '../../../src/core/operations/losses';
import { writeModelFile } from '../../../src/formats/model/write-model-file';
import { part } from '../../extent';
import { anyFile, plainFile, reading } from '../files';
import { modelIn } from '../traces';

/** A model written and read again. */
const again = (model: ReturnType<typeof modelIn>) => modelIn(writeModelFile(model, 'again').join(''));

describe('a model file', () => {
  it('opens as what it says, with what it may leave out filled in', () => {
    const file = reading(plainFile({ parameters: undefined }));
    expect(file).toMatchObject({ name: 'opened file', loss: 'binary_cross_entropy', Y: [[0, 1, 0]] });
    expect(file.layers.map((layer) => layer.keep)).toEqual(['A', 'Z']);
    expect(file.parameters).toBeUndefined();
  });

  it.each(activationNames)(
    'may have the activation %s, a loss and a keep rule of each kind',
    (activation) => {
      for (const loss of lossNames)
        for (const keep of keepRuleNames) {
          const layers = [{ units: 1, activation, keep }];
          expect(reading(plainFile({ layers, loss, parameters: undefined }))).toMatchObject({ layers, loss });
        }
    },
  );

  it.each(routeNames)('may have the route %s in a layer, in version 1', (route) => {
    const layers = [{ units: 1, activation: 'sigmoid', keep: 'ZA', route }];
    const model = modelIn(plainFile({ layers, parameters: undefined }));
    expect(model.layers[0]!.route).toBe(route);
    const written = writeModelFile(model, 'again').join('');
    expect(JSON.parse(written)).toMatchObject({ version: 1, layers });
    expect(modelIn(written).layers[0]!.route).toBe(route);
  });

  it('is of version 2 where the way back begins at once, and of version 1 where it does not', () => {
    const layers = [{ units: 1, activation: 'sigmoid' }];
    const of = (output: string | undefined) =>
      modelIn(plainFile({ version: output ? 2 : 1, layers, output, parameters: undefined }));
    const versionOf = (model: ReturnType<typeof of>) => {
      const { version, output } = JSON.parse(writeModelFile(model, 'again').join(''));
      return [version, output];
    };
    expect(versionOf(of('fused'))).toEqual([2, 'fused']);
    expect(versionOf(of('two_steps'))).toEqual([1, undefined]);
    expect(versionOf(of(undefined))).toEqual([1, undefined]);
    expect(versionOf({ ...of('fused'), loss: 'mean_squared_error' })).toEqual([1, undefined]);
    expect(again(of('fused')).output).toBe('fused');
  });

  it('opens whatever a maker added to it', () => {
    expect(reading(plainFile({ made_by: 'torch', notes: [{ deep: [[]] }] }))).not.toHaveProperty('made_by');
  });

  it('opens with a byte order mark in front and white space around', () => {
    expect(reading(`\uFEFF\n ${JSON.stringify(plainFile())}\r\n`)).toEqual(reading(plainFile()));
  });

  it('opens with a name that has broken characters in it', () => {
    expect(reading(plainFile({ name: 'l\uFFFDss' })).name).toBe('l\uFFFDss');
  });

  it('opens with an alpha where the activation has none, which has no meaning there', () => {
    const layers = [{ units: 1, activation: 'relu', alpha: 0.01, keep: 'Z' }];
    expect(reading(plainFile({ layers, parameters: undefined })).layers).toEqual(layers);
  });

  it('takes the usual alpha of an activation where it has none of its own', () => {
    const layers = [
      { units: 2, activation: 'leaky_relu' },
      { units: 2, activation: 'elu', alpha: 0.5 },
      { units: 1, activation: 'elu' },
    ];
    const { layers: opened } = modelIn(plainFile({ layers, parameters: undefined }));
    expect(opened.map((layer) => layer.alpha)).toEqual([0.01, 0.5, 1]);
  });

  it('reads back exactly as it was written: every number, -0, subnormals and what float32 rounds', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const model = modelIn(file);
        expect(again(model)).toEqual(model);
      }),
      { numRuns: part(300) },
    );
  });

  it('reads back a number beyond float32 as the infinity that it became when it was stored', () => {
    const model = modelIn(
      plainFile({
        precision: 'float32',
        X: [
          [1e39, -1e300, 3.4e38],
          [1, 2, 3],
        ],
      }),
    );
    expect(Array.from(model.X.data.subarray(0, 2))).toEqual([Infinity, -Infinity]);
    expect(again(model)).toEqual(model);
  });

  it('writes alpha only where the activation has one', () => {
    const layers = [
      { units: 2, activation: 'relu' },
      { units: 1, activation: 'elu', alpha: -0 },
    ];
    const text = writeModelFile(modelIn(plainFile({ layers })), 'two layers').join('');
    expect(JSON.parse(text).layers).toEqual([
      { units: 2, activation: 'relu', keep: 'Z' },
      { units: 1, activation: 'elu', alpha: -0, keep: 'Z' },
    ]);
  });

  it('is what PyTorch made the reference passes into, and they read back exactly too', () => {
    const folder = `${import.meta.dirname}/../../reference`;
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(files).toHaveLength(20);
    for (const name of files) {
      const model = modelIn(readFileSync(`${folder}/${name}`, 'utf8'));
      expect(again(model), name).toEqual(model);
    }
  });
});
