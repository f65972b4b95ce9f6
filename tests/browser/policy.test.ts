import { fileURLToPath } from 'node:url';
import { partOf } from '../extent';
import { expect, test } from './fixture';
import { open } from './page';

test.describe('what is planted', () => {
  // All of it: what these tests are about is that it is seen.
  test.use({ forgiven: [/./] });

  const planted = {
    'a script in the page': () => {
      const script = document.createElement('script');
      script.append('document.title = "planted"');
      document.body.append(script);
    },
    'a text that becomes HTML': () => {
      document.body.insertAdjacentHTML('beforeend', '<b>planted</b>');
    },
    'a style in the page': () => {
      const style = document.createElement('style');
      style.append('body { display: none }');
      document.head.append(style);
    },
    'a picture of another host': () => {
      new Image().src = 'http://127.0.0.1:9/planted.png';
    },
    'a text that is run': () => {
      setTimeout('document.title = "planted"');
    },
    'a script of another folder': () => {
      new Worker('/elsewhere.js');
    },
  };
  for (const [what, plant] of partOf(Object.entries(planted)))
    test(`${what} is refused, and every test sees it`, async ({ page, flaws }) => {
      await open(page);
      expect(flaws).toEqual([]);
      await page.evaluate(plant).catch(() => undefined);
      await expect.poll(() => flaws.length).toBeGreaterThan(0);
      await expect(page).not.toHaveTitle('planted');
      await expect(page.getByRole('main')).toBeVisible();
      await expect(page.getByText('planted')).toHaveCount(0);
    });
});

test.describe('opened as a file', () => {
  test.use({ forgiven: [/file:|CORS|ERR_FAILED/] });

  test('the page says in a sentence what to do instead', async ({ page }) => {
    await page.goto(`file://${fileURLToPath(new URL('../../dist/index.html', import.meta.url))}`);
    const said = page.locator('#root > p');
    await expect(said).toContainText('it cannot run from a file that is opened directly');
    await expect(said).toContainText('Run npm start');
    await expect(said).toBeVisible();
  });
});
