import type { Page } from '@playwright/test';
import { packLink } from '../../src/formats/link';
import { partOf } from '../extent';
import { fileOf, openFile } from './controls';
import { expect, test } from './fixture';
import { smallFile } from './models';
import { open } from './page';

const model = smallFile() as Record<string, unknown>;
const long = 200_000;
const member = (name: string, json: string) =>
  JSON.stringify({ ...model, [name]: 'here' }).replace('"here"', () => json);

const files: Readonly<Record<string, string>> = {
  'nothing.json': '',
  'null.json': 'null',
  'binary.json': String.fromCharCode(...Array.from({ length: 256 }, (_, i) => i)),
  'open-lists.json': '['.repeat(long),
  'deep.json': member('X', `${'['.repeat(long)}${']'.repeat(long)}`),
  'layers.json': member('layers', `[${'1,'.repeat(long)}1]`),
  'units.json': JSON.stringify({ ...model, layers: [{ units: 1e9, activation: 'relu' }] }),
  'many-units.json': JSON.stringify({
    ...model,
    layers: [
      ...Array.from({ length: 63 }, () => ({ units: 1024, activation: 'relu' })),
      { units: 1, activation: 'sigmoid' },
    ],
  }),
  'proto.json': member('parameters', '{"__proto__":{"W1":[[1]]}}'),
  'script.json': JSON.stringify({ ...model, name: '<img src=x onerror=alert(1)><script>alert(1)</script>' }),
  'formula.json': JSON.stringify({
    ...model,
    layers: [{ units: 1, activation: { name: 'constructor', formula: `max(${'z,'.repeat(200)}z)` } }],
  }),
  'import.json': JSON.stringify({
    ...model,
    layers: [{ units: 1, activation: { name: 'g', formula: 'import("fs")' } }],
  }),
  'infinite.json': member('X', '[[1e999,1,1],[1,1,1]]'),
  'trace.json': '{"format":"cacheback-trace","version":1}',
  'array.npy': '\u0093NUMPY\u0001\u0000',
  'archive.npz': 'PK\u0003\u0004',
};

/** Waits until the page has answered: with another model, or with a sentence. */
async function answered(page: Page, what: string, before: string): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(
          (was) =>
            document.querySelector('[role="alert"]')?.textContent !== '' ||
            document.querySelector('[aria-label^="Network: "]')?.getAttribute('aria-label') !== was,
          before,
        ),
      { message: what },
    )
    .toBe(true);
  await expect(page.getByText('could not be shown'), what).toHaveCount(0);
  await expect(page.getByRole('main'), what).toHaveAttribute('data-step', /\d/);
}

test('each hostile file ends in a model or in a sentence, and the page goes on', async ({ page }) => {
  await open(page);
  const data = page.getByRole('button', { name: /^Network: / });
  for (const [name, text] of Object.entries(files)) {
    const before = (await data.getAttribute('aria-label'))!;
    await openFile(page, fileOf(name, text));
    await answered(page, name, before);
    const dismiss = page.getByRole('button', { name: 'Dismiss' });
    // A large file's sentence comes a little after what it leaves.
    await expect
      .poll(async () => {
        if (await dismiss.isVisible()) await dismiss.click();
        return page.getByRole('alert').textContent();
      })
      .toBe('');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
  }
  expect(await page.evaluate(() => 'polluted' in {} || 'W1' in {})).toBe(false);
});

test('each hostile link ends in a model or in a sentence', async ({ page }) => {
  const stored = (change: Record<string, unknown>) => packLink({ ...model, ...change })!;
  const links = [
    '2.',
    '3.AAAA',
    'constructor',
    '__proto__',
    '%',
    '%E0%A4%A',
    `2.${'A'.repeat(20_000)}`,
    `1.${'A'.repeat(100)}`,
    '<script>alert(1)</script>',
    'javascript:alert(1)',
    packLink(null)!,
    packLink([])!,
    packLink('text')!,
    packLink({ a: 'x'.repeat(900_000) })!,
    stored({}),
    stored({ layers: [{ units: 1e9, activation: 'relu' }] }),
    `${stored({})}/backward.activation.999999`,
    `${stored({})}/__proto__`,
  ];
  await open(page);
  for (const link of partOf(links)) {
    await page.goto('about:blank');
    await open(page, `./#${link}`);
    await expect(page.getByText('could not be shown')).toHaveCount(0);
    const isFirst = await page.getByRole('button', { name: /^Network: / }).getAttribute('aria-label');
    const notice = await page.getByRole('alert').textContent();
    expect(isFirst !== '' || notice !== '', link.slice(0, 60)).toBe(true);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('main'), link.slice(0, 60)).toHaveAttribute('data-step', /[1-9]/);
  }
});
