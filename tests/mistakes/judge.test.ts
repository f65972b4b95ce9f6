import { describe, expect, it } from 'vitest';
import { broughtOf } from '../../src/formats/arrays/brought';
import { readNpz } from '../../src/formats/arrays/npy';
import { readModel } from '../../src/formats/model/model-file';
import { conventionName, judge, mistakesIn } from '../../src/mine';
import { choiceOfFile } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';
import { fileOf, mistakes } from './files';

const reportOf = (name: string) => {
  const file = readModel(JSON.parse(new TextDecoder().decode(fileOf(name, 'json'))));
  const arrays = readNpz(fileOf(name, 'npz'));
  if (!file.ok || !arrays.ok) throw new Error(`${name} could not be read`);
  return judge(
    modelOf(choiceOfFile(file.value)),
    broughtOf(arrays.value.arrays, file.value.layers.length).tensors,
  );
};

describe('the arrays of', () => {
  it.each(mistakes)(
    '%s are told what is wrong with them, and nothing else',
    (name, { convention, mistakes }) => {
      const report = reportOf(name);
      const found = mistakesIn(report).map(({ tensor, found }) => ({
        tensor,
        cause: found?.id ?? 'unknown',
        detail: found?.detail,
      }));
      expect(found.map(({ tensor, cause }) => `${tensor} ${cause}`)).toEqual(
        mistakes.map(({ tensor, cause }) => `${tensor} ${cause}`),
      );
      for (const [i, { detail }] of mistakes.entries())
        if (detail !== undefined) expect(found[i]!.detail).toBe(detail);
      const named = ['float32', 'eight-digits'].includes(convention) ? 'course' : convention;
      expect(conventionName(report.convention)).toBe(named);
      if (convention === 'float32') expect(report.format).toBe('float32');
    },
  );
});
