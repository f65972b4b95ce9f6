import { expectOpened, fileOf, keepSwitch, openFile } from './controls';
import { expect, test } from './fixture';
import { smallFile } from './models';
import { open } from './page';
import { goToStep, heatmap, sentence, standing } from './stage';
import { exportedTrace } from './trace';

test('a file that is dropped on the page is opened, and says so while it hovers', async ({ page }) => {
  await open(page);
  const carried = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
    return transfer;
  }, JSON.stringify(smallFile()));
  await page.dispatchEvent('body', 'dragover', { dataTransfer: carried });
  await expect(page.getByText('Drop a model, or arrays to check')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: carried });
  await expect(page.getByText('Drop a model, or arrays to check')).toHaveCount(0);
  await expectOpened(page, 'small');
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '0');
});

/** What is refused, and the beginning of the sentence that says why. */
const refused: readonly (readonly [name: string, content: unknown, sentence: RegExp])[] = [
  ['no-json.json', '<html>', /Expected/],
  ['empty.json', '', /Expected/],
  ['a-list.json', [1, 2], /format: expected/],
  ['other-format.json', { ...smallFile(), format: 'something' }, /format: expected/],
  ['later.json', { ...smallFile(), version: 3 }, /version: expected 1 or 2/],
  [
    'unknown-activation.json',
    smallFile({ layers: [{ units: 1, activation: 'swish' }] }),
    /layers\[0\]\.activation: expected one of .*found "swish"/,
  ],
  ['unknown-loss.json', { ...smallFile(), loss: 'hinge' }, /loss: expected one of/],
  [
    'unknown-rule.json',
    smallFile({ layers: [{ units: 1, activation: 'relu', keep: 'all' }] }),
    /layers\[0\]\.keep: expected one of/,
  ],
  ['not-finite.json', JSON.stringify(smallFile()).replace('0.5', '1e999'), /X.*expected.*finite/],
  [
    'ragged.json',
    smallFile({
      X: [
        [1, 2, 3],
        [1, 2],
      ],
    }),
    /X.*expected/,
  ],
  ['misfit.json', smallFile({ Y: [[0, 1]] }), /Y: expected 1 by 3/],
  [
    'wide.json',
    smallFile({
      layers: [
        { units: 5000, activation: 'relu' },
        { units: 1, activation: 'sigmoid' },
      ],
    }),
    /layers\[0\]\.units: expected a whole number from 1 to 4096/,
  ],
  [
    'deep.json',
    smallFile({ layers: Array(65).fill({ units: 1, activation: 'sigmoid' }) }),
    /layers: expected a list of 1 to 64 layers/,
  ],
  ['parameters.json', smallFile({ parameters: { W1: [[1, 2, 3]], b1: [[0]] } }), /W1: expected/],
];

test('a file that can not be opened is refused in a sentence that names the field, and changes nothing', async ({
  page,
}) => {
  await open(page);
  await goToStep(page, 9);
  const before = { standing: await standing(page), sentence: await sentence(page).textContent() };
  // Steps reach the address once they have settled.
  await expect(page).toHaveURL(/backward\.activation\.3$/);
  const address = page.url();
  for (const [name, content, why] of refused) {
    await openFile(page, fileOf(name, content));
    const notice = page.getByRole('alert');
    await expect(notice, name).toContainText(`${name} was not opened.`);
    await expect(notice, name).toHaveText(why);
    expect(await standing(page), name).toEqual(before.standing);
    await expect(sentence(page)).toHaveText(before.sentence!);
  }
  expect(page.url()).toBe(address);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByRole('alert')).toHaveText('');
});

test('nothing in a file is run or becomes part of the page as HTML', async ({ page }) => {
  await open(page);
  const name = '<img src=x onerror="document.title = \'run\'"><b id="planted">bold</b>';
  await openFile(page, fileOf('small.json', { ...smallFile(), name }));
  await expectOpened(page, name);
  await openFile(page, fileOf(`${'<b id=planted>'}.json`, { ...smallFile(), loss: '<b id="planted">' }));
  await expect(page.getByRole('alert')).toContainText('<b id=');
  await expect(page.locator('#planted')).toHaveCount(0);
  expect(await page.title()).not.toBe('run');
});

test('an exported model opens again as the same model, and the same file can be opened twice', async ({
  page,
}) => {
  await open(page);
  const file = fileOf('small.json', smallFile());
  await openFile(page, file);
  await expectOpened(page, 'small');
  const first = await exportedTrace(page);
  await keepSwitch(page, 'none').click();
  await openFile(page, file);
  await expect(heatmap(page, 'Z1', 'cache')).toHaveCount(1);
  expect(await exportedTrace(page)).toEqual(first);
});
