import type { Page } from '@playwright/test';

/** What the page holds once what nothing needs is cleared away, its arrays of numbers among it, in bytes. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  // Twice: what a first round lets go of may have held something else.
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, ...more } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize + ('backingStorageSize' in more ? Number(more.backingStorageSize) : 0);
}

/** How much less a reading has to be than the one before for the page not to be at rest yet. */
const LESS = 0.98;

/** What the page holds at rest, in bytes: a drawing or a check that is just over is let go of within seconds. */
export async function heapAtRest(page: Page): Promise<number> {
  let [last, now] = [Number.POSITIVE_INFINITY, await heapOf(page)];
  while (now < LESS * last) {
    await page.waitForTimeout(1000);
    [last, now] = [now, await heapOf(page)];
  }
  return now;
}
