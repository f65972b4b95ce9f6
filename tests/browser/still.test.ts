import type { Page } from '@playwright/test';
import {
  type BatchNormRuleName,
  batchNormRuleNames,
  batchNormRules,
} from '../../src/core/model/regularisation';
import { covering, isWhole } from '../extent';
import { collisions } from './collisions';
import { choose, expectOpened, fileOf, openFile } from './controls';
import { expect, test } from './fixture';
import { networkFile, smallFile } from './models';
import { open } from './page';
import { goToStep, sentence } from './stage';

/** Opens a network, and waits until it is what the page shows. */
async function opened(page: Page, name: string, network: unknown): Promise<void> {
  await openFile(page, fileOf(`${name}.json`, network));
  await expectOpened(page, name);
}

/** A network with batch norm and dropout in two layers, by what batch norm keeps there. */
function regularised(keep: BatchNormRuleName) {
  const both = {
    batch_norm: { epsilon: 1e-5, keep },
    dropout: { keep_prob: 0.8, keep: 'mask', seed: 1 },
  };
  return smallFile({
    version: 2,
    name: 'regularised',
    layers: [
      { units: 3, activation: 'relu', ...both },
      { units: 4, activation: 'tanh', ...both },
      { units: 1, activation: 'sigmoid' },
    ],
  });
}

/** The networks that everything on the stage has its room in, by how they are opened. */
const networks: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the first one': async () => {},
  'the first one, keeping Z and A in layer 1 and nothing in layer 2': async (page) => {
    await choose(page, 'Kept by layer 1', 'Z + A');
    await choose(page, 'Kept by layer 2', 'none');
  },
  'one of six layers': (page) => opened(page, 'six', networkFile('six', [4, 8, 6, 6, 5, 4, 1], 8)),
  ...Object.fromEntries(
    batchNormRuleNames.map((keep) => [
      `one with dropout, and batch norm that keeps ${batchNormRules[keep].label}`,
      (page: Page) => opened(page, 'regularised', regularised(keep)),
    ]),
  ),
  'one with an own formula, and softmax over irises': async (page) => {
    await opened(
      page,
      'own',
      smallFile({
        version: 2,
        name: 'own',
        layers: [
          { units: 4, activation: { name: 'mine', formula: 'z * tanh(z)' } },
          { units: 1, activation: 'sigmoid' },
        ],
      }),
    );
    await choose(page, 'Data', 'Iris');
  },
  'one with 40 units and 60 examples': (page) =>
    opened(page, 'wide', networkFile('wide', [2, 40, 40, 1], 60)),
};

/** All steps; every third and the last in `npm test`. */
const stepsTo = (last: number): number[] =>
  Array.from({ length: last + 1 }, (_, step) => step).filter(
    (step) => isWhole || step % 3 === 0 || step === last,
  );

/** The networks that are tried: in `npm test` one of those with batch norm, which are much alike. */
const tried = covering(Object.entries(networks), ([name]) => [
  name.includes('batch norm') ? 'batch norm' : name,
]);

for (const [name, prepare] of tried)
  test(`the sentence stands still, and no name or line is in another’s way, over all steps of ${name}`, async ({
    page,
  }) => {
    // What is on its way into a slot passes over names.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    await prepare(page);
    const slider = page.getByRole('slider', { name: 'Step', exact: true });
    const last = Number(await slider.getAttribute('max'));
    const places = new Set<string>();
    for (const step of stepsTo(last)) {
      await goToStep(page, step);
      await expect(sentence(page)).toHaveText(/\w/);
      const { x, y, width } = (await sentence(page).boundingBox())!;
      places.add([x, y, width].map(Math.round).join());
      const below = (await page.getByRole('group', { name: 'Told of' }).boundingBox())!;
      places.add(`below ${Math.round(below.y)}`);
      expect(await collisions(page), `step ${step}`).toEqual([]);
    }
    expect([...places]).toHaveLength(2);
  });

const overStages = (
  [
    [1024, 768],
    [780, 1024],
    [390, 844],
    [844, 390],
  ] as const
).flatMap((size) =>
  Object.keys(networks)
    .filter((name) => /^the first one, |batch norm/.test(name))
    .map((name) => ({ size, name })),
);

for (const {
  size: [width, height],
  name,
} of covering(overStages, ({ size, name }) => [size, name]))
  test(`over the stage of a window of ${width} by ${height} the sentence is whole, of one place and one size, over all steps of ${name}`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    await networks[name]!(page);
    await page.setViewportSize({ width, height });
    const last = Number(await page.getByRole('slider', { name: 'Step', exact: true }).getAttribute('max'));
    const places = new Set<string>();
    for (const step of stepsTo(last)) {
      await goToStep(page, step);
      await expect(sentence(page)).toHaveText(/\w/);
      const { place, cut } = await sentence(page).evaluate((element) => {
        const { x, y, height } = element.getBoundingClientRect();
        const letters = document.createRange();
        letters.selectNodeContents(element);
        const room = element.closest('section')!.getBoundingClientRect().bottom;
        return {
          place: [...[x, y, height].map(Math.round), getComputedStyle(element).fontSize].join(),
          cut: letters.getBoundingClientRect().bottom > room ? [element.textContent] : [],
        };
      });
      places.add(place);
      expect(cut, `step ${step}`).toEqual([]);
    }
    expect([...places]).toHaveLength(1);
  });
