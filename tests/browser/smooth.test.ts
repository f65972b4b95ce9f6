import { checkLine, checks, tenThousand } from './checks';
import { openFile } from './controls';
import { expect, test } from './fixture';
import { open } from './page';

/*
 * The reader never waits for the checks. What is told here depends on no time, and so on no machine: how long frames
 * take is measured by `npm run bench:frames`.
 */

test('the reader steps through the pass and back while checks are at work that never come to an end', async ({
  page,
}) => {
  // In the place of the checks a thread that does nothing but work. Did the page check by itself, nobody would ask for it.
  let asked = 0;
  await page.context().route(/\/worker-[^/]*\.js$/, (route) => {
    asked += 1;
    return route.fulfill({ contentType: 'text/javascript', body: 'for (;;);' });
  });
  await open(page);
  await openFile(page, tenThousand(32));
  const act = checks(page).getByRole('button', { name: /^(Stop|Check again)$/ });
  await expect(act).toHaveText('Stop');
  expect(asked).toBeGreaterThan(0);
  const main = page.locator('main');
  for (let step = 1; step <= 19; step++) {
    await page.keyboard.press('ArrowRight');
    await expect(main).toHaveAttribute('data-step', String(step));
  }
  await page.keyboard.press('Home');
  await expect(main).toHaveAttribute('data-step', '0');
  await expect(act).toHaveText('Stop');
  await act.click();
  await expect(checks(page).getByRole('status')).toHaveText('stopped');
});

test('ten thousand parameters are checked by one worker, which ends when the reader stops it', async ({
  page,
}) => {
  await open(page);
  await openFile(page, tenThousand(256));
  const act = checks(page).getByRole('button', { name: /^(Stop|Check again)$/ });
  await expect(act).toHaveText('Stop');
  await expect(checkLine(page, 'Central differences')).toContainText(/\d of 10,095 parameters so far/);
  expect(page.workers()).toHaveLength(1);
  await act.click();
  await expect.poll(() => page.workers()).toEqual([]);
});
