import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../../../src/data/random';
import { packLink } from '../../../src/formats/link';
import { linkOf, readLink } from '../../../src/state/address/shared-link';
import { type Choice, choiceOfFile, firstChoice } from '../../../src/state/choice/choice';
import {
  addLayer,
  setActivation,
  setAllKeeps,
  setAlpha,
  setData,
  setExamples,
  setInit,
  setOutput,
  setPrecision,
  setRoute,
} from '../../../src/state/choice/edits';
import type { Position } from '../../../src/state/position';
import { firstSight } from '../../../src/state/shown/first-sight';
import { createStore } from '../../../src/state/store';
import { anyFile, plainFile, reading } from '../../formats/files';

const store = createStore();

const reluBackward: Position = { phase: 'backward', op: 'activation', layer: 1 };

/** A file with m examples of numbers that do not pack. */
const fileWith = (m: number) => {
  const { uniform } = random(2);
  const row = () => Array.from({ length: m }, uniform);
  return plainFile({ name: 'noise', X: [row(), row()], Y: [row()] });
};

/** The link to a choice in the view that the page opens on. */
const linkTo = (choice: Choice, position: Position) => linkOf(choice, position, store.getInitialState());

const roundTrip = (choice: Choice, position: Position = 'start') => readLink(linkTo(choice, position).hash);

describe('a link to what is shown', () => {
  it('holds everything that was chosen, and the step', () => {
    const edits = [
      addLayer,
      setActivation(1, 'elu'),
      setAlpha(1, -0.25),
      setAllKeeps('slope'),
      setRoute(2, 'Z_stable'),
      setOutput('fused'),
      setData('iris'),
      setExamples(17),
      setInit({ scheme: 'xavier', seed: 2 ** 31 - 1 }),
      setPrecision('float64'),
    ];
    edits.reduce((choice, edit) => {
      const next = edit(choice);
      expect(roundTrip(next, reluBackward)).toEqual({ choice: next, position: reluBackward });
      return next;
    }, firstChoice);
  });

  it('is short for a model that is drawn', () => {
    expect(linkTo(firstChoice, reluBackward).hash.length).toBeLessThan(400);
    expect(linkTo(firstChoice, 'start')).toMatchObject({ whole: true });
  });

  it('holds opened data by value, every number exactly, while it fits into 16 KB', () => {
    let left = 0;
    fc.assert(
      fc.property(anyFile, (file) => {
        const choice = choiceOfFile(reading(file));
        const { hash, whole } = linkTo(choice, 'start');
        expect(hash.length).toBeLessThanOrEqual(16 * 1024);
        if (whole) expect(readLink(hash)).toEqual({ choice, position: 'start' });
        else left++;
      }),
    );
    expect(left).toBe(0);
  });

  it('leaves opened data out where it does not fit, and then says which file goes with it', () => {
    const small = choiceOfFile(reading(fileWith(100)));
    expect(roundTrip(small)).toEqual({ choice: small, position: 'start' });
    const { hash, whole } = linkTo(choiceOfFile(reading(fileWith(5000))), reluBackward);
    expect(whole).toBe(false);
    expect(hash.length).toBeLessThan(500);
    expect(readLink(hash)).toEqual({
      choice: firstChoice,
      position: 'start',
      notice:
        'This link goes with the file noise, which was too large for it. Open the file to see its model.',
      waitsForFile: true,
    });
  });

  it('does not hold what the file expects of the pass', () => {
    const expected = { cost: 0.5 };
    const [bare, expecting] = [plainFile(), plainFile({ expected })].map((file) =>
      choiceOfFile(reading(file)),
    );
    expect(linkTo(expecting!, 'start')).toEqual(linkTo(bare!, 'start'));
  });
});

describe('a link from outside', () => {
  it.each(['', '#', '#/'])('that is empty is the first model, where relu reads its cache: %j', (hash) => {
    expect(readLink(hash)).toEqual({ choice: firstChoice, position: firstSight });
  });

  it.each(['#x', '#1.abc', '#1.', '#<script>alert(1)</script>', '#1.%00', `#${'1'.repeat(1e6)}`])(
    'that is damaged is the first model and a sentence: %.40s',
    (hash) => {
      const { choice, position, notice } = readLink(hash);
      expect({ choice, position }).toEqual({ choice: firstChoice, position: 'start' });
      expect(notice).toMatch(/^This link (is damaged|was made by a later version)/);
    },
  );

  it('from a later version is the first model and a sentence', () => {
    const { hash } = linkTo(setAllKeeps('A')(firstChoice), reluBackward);
    expect(readLink(hash.replace('#2.', '#3.'))).toEqual({
      choice: firstChoice,
      position: 'start',
      notice: 'This link was made by a later version of Cacheback; here is the model it opens on.',
    });
  });

  it.each<[value: unknown, sentence: string]>([
    [5, 'This link is damaged. Expected a model, but found 5.'],
    [
      { ...firstChoice, loss: 'hinge' },
      'This link is damaged. loss: expected one of binary_cross_entropy, categorical_cross_entropy, mean_squared_error, but found "hinge".',
    ],
    [
      { ...firstChoice, data: { set: 'moons', m: 1e9 } },
      'This link is damaged. data.m: expected a whole number from 1 to 65536, but found 1000000000.',
    ],
    [
      { ...firstChoice, layers: [] },
      'This link is damaged. layers: expected a list of 1 to 64 layers, but found a list of 0.',
    ],
  ])('is checked as strictly as a file: %j', (value, notice) => {
    expect(readLink(`#${packLink(value)}/start`)).toEqual({ choice: firstChoice, position: 'start', notice });
  });

  it('that names a file at great length is damaged', () => {
    const { notice } = readLink(
      `#${packLink({ ...firstChoice, data: { leftOut: 'x'.repeat(10_000) } })}/start`,
    );
    expect(notice).toMatch(/^This link is damaged\. .{0,200}$/);
  });

  it('with a step that no pass has stands at the start', () => {
    const [link] = linkTo(firstChoice, 'start').hash.split('/');
    for (const step of ['', '/', '/x', '/forward.cost.1', '/backward.bias.0'])
      expect(readLink(`${link}${step}`)).toEqual({ choice: firstChoice, position: 'start' });
  });

  it('is never thrown at, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.jsonValue().map((value) => `#${packLink(value)}/x`),
        ),
        (hash) => {
          expect(readLink(hash).choice).toBe(firstChoice);
        },
      ),
    );
  });
});
