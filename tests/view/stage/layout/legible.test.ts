import { describe, expect, it } from 'vitest';
import '../../../../src/data/irises';
import { sizesOf } from '../../../../src/core/model/model';
import { frameAt } from '../../../../src/core/pass/frames/frame';
import { record } from '../../../../src/core/pass/record';
import { type Choice, firstChoice } from '../../../../src/state/choice/choice';
import {
  type Edit,
  setAllKeeps,
  setBatchNorm,
  setData,
  setDropout,
  setExamples,
  setUnits,
} from '../../../../src/state/choice/edits';
import { modelOf } from '../../../../src/state/choice/model-of';
import { layoutOf } from '../../../../src/view/layout';
import { isReadable } from '../../../../src/view/stage/layout/fit';
import { stageFit } from '../../../../src/view/stage/layout/stage-fit';

const batchNorm = (keep: 'normalised' | 'input') => setBatchNorm(1, { epsilon: 1e-5, keep });
const dropout = setDropout(1, { keep_prob: 0.8, keep: 'mask', seed: 1 });

/** What is one click away from the network that the page opens on: every one has numbers in its cells, in every window. */
const networks: readonly { readonly of: string; readonly edits: readonly Edit[] }[] = [
  { of: 'the first network', edits: [] },
  { of: 'one that keeps Z and A', edits: [setAllKeeps('ZA')] },
  { of: 'irises with softmax', edits: [setData('iris')] },
  { of: 'one with dropout', edits: [dropout] },
  { of: 'one with batch norm', edits: [batchNorm('normalised')] },
  { of: 'one with batch norm that keeps its input', edits: [batchNorm('input')] },
  { of: 'one of five units', edits: [setUnits(1, 5)] },
  {
    of: 'one with batch norm and dropout, of four examples',
    edits: [batchNorm('normalised'), dropout, setExamples(4)],
  },
];

/** What has them where a window is large. */
const wide: typeof networks = [
  { of: 'one with batch norm and dropout', edits: [batchNorm('normalised'), dropout] },
];

const windows = [
  [1920, 1080],
  [1440, 900],
  [1280, 720],
  [1024, 768],
  [844, 390],
  [390, 844],
] as const;

describe('the stage', () => {
  /** The windows of some in which there are none. */
  const without = (edits: readonly Edit[], among: readonly (readonly [number, number])[]) => {
    const trace = record(modelOf(edits.reduce<Choice>((choice, edit) => edit(choice), firstChoice)));
    const { places } = frameAt(trace, 0);
    const sizes = sizesOf(trace.model);
    return among.filter(([width, height]) => {
      const { stage, mode } = layoutOf(width, height);
      const { geometry } = stageFit(places, sizes, { ...stage, narrow: mode === 'narrow', focus: undefined });
      const Z = geometry.boxes.get('forward:Z1')!;
      return !isReadable({ width: Z.width / sizes.m, height: Z.height / sizes.units[1]! });
    });
  };

  it.each(networks)('has numbers in the cells of $of, in every window', ({ edits }) => {
    expect(without(edits, windows)).toEqual([]);
  });

  it.each(wide)('has numbers in the cells of $of, in the large windows', ({ edits }) => {
    expect(without(edits, windows.slice(0, 2))).toEqual([]);
  });
});
