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
