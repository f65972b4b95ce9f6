import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { limits } from '../../src/formats/limits';
import { firstChoice, isOpened } from '../../src/state/choice/choice';
import {
  addLayer,
  type Edit,
  removeLayer,
  setAlpha,
  setData,
  setExamples,
  setInit,
  setKeep,
  setUnits,
} from '../../src/state/choice/edits';
import type { Position } from '../../src/state/position';
import { createStore } from '../../src/state/store';
import { plainFile } from '../formats/files';

const store = createStore();

const reluBackward: Position = { phase: 'backward', op: 'activation', layer: 1 };
const initial = store.getInitialState();
const fileOf = (text: BlobPart, name = 'model.json') => new File([text], name);
const { edit, open } = initial;

/** What a user sees of the store, the notice aside. */
const shown = () => {
  const { choice, position, playing } = store.getState();
  return { choice, position, playing };
};

beforeEach(() => {
  store.setState({ ...initial, position: reluBackward, playing: true });
});

describe('an edit', () => {
  it('changes the model, leaves the reader at the same step, and takes the notice away', () => {
    store.setState({ notice: 'an old one' });
    edit(setKeep(1, 'A'));
    expect(shown()).toEqual({ choice: setKeep(1, 'A')(firstChoice), position: reluBackward, playing: true });
    expect(store.getState().notice).toBeUndefined();
  });

  const sixtyTwoMore: Edit = (choice) =>
    Array.from({ length: 62 }, () => addLayer).reduce((c, add) => add(c), choice);
  const wide: Edit = (choice) =>
    [setUnits(1, 4096), setUnits(2, 4096)].reduce((c, change) => change(c), choice);

  it.each<[what: string, edit: Edit, sentence: RegExp]>([
    [
      'a number of units that is none',
      setUnits(1, Number.NaN),
      /^layers\[0\]\.units: expected a whole number/,
    ],
    ['no units', setUnits(1, 0), /^layers\[0\]\.units: expected a whole number from 1 to 4096/],
    [
      'other units than the labels have',
      setUnits(3, 2),
      /^units of the last layer: expected 1, to fit the labels/,
    ],
    ['an alpha that is infinite', setAlpha(1, Infinity), /^layers\[0\]\.alpha: expected a finite number/],
    ['a 65th layer', sixtyTwoMore, /^layers: expected a list of 1 to 64 layers/],
    ['sixteen million parameters', wide, /^parameters: expected at most 4,000,000/],
    ['no examples', setExamples(0), /^data\.m: expected a whole number/],
    ['more examples than there are', setExamples(4097), /^m: expected at most 4096, since Planar flowers/],
    ['a seed that is none', setInit({ seed: 1.5 }), /^init\.seed: expected a whole number/],
    ['taking away the last layer', removeLayer(3), /^units of the last layer: expected 1/],
  ])('with %s is refused in a sentence, and nothing changes', (_, change, sentence) => {
    const before = shown();
    edit(change);
    expect(shown()).toEqual(before);
    expect(shown().choice).toBe(firstChoice);
    expect(store.getState().notice).toMatch(sentence);
  });

  it.each<[what: string, edit: Edit]>([
    ['units', setUnits(1, 4)],
    ['keep rule', setKeep(1, 'Z')],
    ['number of examples', setExamples(8)],
    ['data set', setData('flowers')],
    ['seed', setInit({ seed: 3 })],
  ])('to the %s that there is already is no change', (_, change) => {
    store.setState({ notice: 'an old one' });
    edit(change);
    expect(shown().choice).toBe(firstChoice);
    expect(store.getState().notice).toBeUndefined();
  });

  it('leaves a network with at least one layer', () => {
    edit(removeLayer(1));
    edit(removeLayer(1));
    expect(shown().choice.layers).toHaveLength(1);
    edit(removeLayer(1));
    expect(shown().choice.layers).toHaveLength(1);
    expect(store.getState().notice).toMatch(/^layers: expected a list of 1 to 64/);
  });
});

describe('opening a file', () => {
  it('shows its model before the first step, standing still', async () => {
    store.setState({ notice: 'an old one' });
    await open(fileOf(JSON.stringify(plainFile({ name: 'two layers' }))));
    const { choice, position, playing, notice } = store.getState();
    expect({ position, playing, notice }).toEqual({ position: 'start', playing: false, notice: undefined });
    expect(isOpened(choice.data) && choice.data.name).toBe('two layers');
  });

  it('takes a reference pass as it comes', async () => {
    const text = readFileSync(`${import.meta.dirname}/../reference/hard.json`);
    await open(fileOf(text, 'hard.json'));
    expect(store.getState().notice).toBeUndefined();
    expect(shown().choice.layers).toHaveLength(5);
  });

  it('takes a file that begins with a byte order mark', async () => {
    await open(fileOf(`\uFEFF${JSON.stringify(plainFile())}`));
    expect(store.getState().notice).toBeUndefined();
    expect(isOpened(shown().choice.data)).toBe(true);
  });

  it.each<[what: string, file: () => File, sentence: string]>([
    ['an empty file', () => fileOf(''), 'Expected JSON, but the file is empty.'],
    [
      'a picture',
      () => fileOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])),
      'Expected JSON, but this is not a text in UTF-8.',
    ],
    [
      'a text in UTF-16',
      () => fileOf(new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])),
      'Expected JSON, but this is not a text in UTF-8.',
    ],
    [
      "another program's JSON",
      () => fileOf('{"format": "onnx"}'),
      'format: expected "cacheback-model", but found "onnx".',
    ],
    [
      'a trace file without its model',
      () => fileOf('{"format": "cacheback-trace", "version": 1}'),
      'model: expected the model that the trace is of, but it is missing.',
    ],
    [
      'a number that is not finite',
      () => fileOf(JSON.stringify(plainFile()).replace('[1,2,3]', '[1,1e999,3]')),
      'X[0][1]: expected a finite number, but found Infinity.',
    ],
    [
      'more than 64 MiB',
      () => fileOf(new Uint8Array(limits.fileBytes + 1)),
      'Expected a file of at most 64 MiB, but this one is larger.',
    ],
  ])('with %s is refused in a sentence, and nothing changes', async (_, file, sentence) => {
    const before = shown();
    await open(file());
    expect(shown()).toEqual(before);
    expect(store.getState().notice).toBe(
      `model.json was not opened. ${sentence} The page still shows "2-4-3-1 flowers".`,
    );
  });

  it('that the browser cannot read, as a folder that is dropped, is refused in a sentence', async () => {
    const folder = fileOf('', 'folder');
    vi.spyOn(folder, 'arrayBuffer').mockRejectedValue(new DOMException('no such file', 'NotFoundError'));
    const before = shown();
    await open(folder);
    expect(shown()).toEqual(before);
    expect(store.getState().notice).toBe(
      'folder was not opened. Expected a file, but the browser can\'t read it. The page still shows "2-4-3-1 flowers".',
    );
  });

  it('of exactly 64 MiB is read', async () => {
    const text = JSON.stringify(plainFile());
    await open(fileOf(text + ' '.repeat(limits.fileBytes - text.length)));
    expect(store.getState().notice).toBeUndefined();
    expect(isOpened(shown().choice.data)).toBe(true);
  });

  it('is undone by another data set, which has its own last layer and loss', async () => {
    await open(fileOf(JSON.stringify(plainFile())));
    edit(setData('iris'));
    expect(shown().choice.data).toEqual({ set: 'iris', m: 8 });
  });
});

describe('a notice', () => {
  const { notify, moveTo, setView } = initial;
  const notice = () => store.getState().notice;

  it('that something was done leaves with the next step that the reader takes, and not by playing', () => {
    notify('It is copied.', { passing: true });
    moveTo('start');
    expect(notice()).toBe('It is copied.');
    store.setState({ playing: false });
    moveTo(reluBackward);
    expect(notice()).toBeUndefined();
  });

  it('of what went wrong, or of how a file was read, stays while stepping and in other views', () => {
    store.setState({ playing: false, view: 'step' });
    notify('It went wrong.');
    moveTo('start');
    setView('activations');
    expect(notice()).toBe('It went wrong.');
  });

  it('of what went wrong does not pass for having the words of one that passed', () => {
    store.setState({ playing: false });
    notify('The same.', { passing: true });
    notify('The same.');
    moveTo('start');
    expect(notice()).toBe('The same.');
  });
});
