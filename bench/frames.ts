import type { Page } from '@playwright/test';
import { median } from 'd3-array';
import { networkFile } from '../tests/browser/models';
import { withPage } from './page';

/*
 * The longest time between two frames while the reader steps through the pass of ten thousand parameters, while they
 * are checked and while they are not. It needs the machine for itself: what else that does makes frames late too.
 */

const ROUNDS = 10;

/**
 * Steps through the pass by its key, ten steps a second, and tells the longest time between two frames, in ms. A text,
 * since a function that tsx compiles calls helpers that the page does not have.
 */
const LONGEST_FRAME = `(async () => {
  let [before, longest, going] = [performance.now(), 0, true];
  requestAnimationFrame(function onFrame(now) {
    longest = Math.max(longest, now - before);
    before = now;
    if (going) requestAnimationFrame(onFrame);
  });
  const press = (key) => {
    for (const type of ['keydown', 'keyup'])
      document.body.dispatchEvent(new KeyboardEvent(type, { key, code: key, bubbles: true }));
  };
  press('Home');
  for (let step = 1; step <= 19; step++) {
    press('ArrowRight');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  going = false;
  return longest;
})()`;

const longestFrame = (page: Page): Promise<number> => page.evaluate<number>(LONGEST_FRAME);

await withPage(async (page) => {
  await page.getByLabel('Open a file').setInputFiles({
    name: 'large.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(networkFile('ten thousand', [2, 98, 98, 1], 256))),
  });
  const checks = page.getByRole('region', { name: 'Checks', exact: true });
  const frames = { checking: [] as number[], stopped: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const stop = checks.getByRole('button', { name: 'Stop' });
    await stop.waitFor();
    frames.checking.push(await longestFrame(page));
    await stop.click();
    frames.stopped.push(await longestFrame(page));
    await checks.getByRole('button', { name: 'Check again' }).click();
  }
  for (const [what, times] of Object.entries(frames))
    console.log(
      `${what}: longest frame ${median(times)!.toFixed(1)} ms in the median of ${ROUNDS} passes, ` +
        `${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)}`,
    );
});
