import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { withPage } from './page';

/*
 * Whether "Measured time" says "no difference beyond noise" of one rule in both lanes, while another process keeps
 * a core busy: `npm run bench:same-rule -- --runs 10 --sizes 64,256 --activation tanh`.
 */

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    sizes: { type: 'string', default: '64,256' },
    activation: { type: 'string', default: 'tanh' },
    first: { type: 'string', default: 'Keep Z' },
    second: { type: 'string', default: 'Keep Z' },
    idle: { type: 'boolean', default: false },
  },
});

async function choose(page: Page, list: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: list }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** One measurement by the page's own button: its sentences and its table's rows. */
async function measured(page: Page): Promise<{ sentences: string[]; rows: string[] }> {
  const panel = page.getByRole('region', { name: 'Measured time' });
  await panel.getByRole('button', { name: 'Run both' }).click();
  const table = panel.getByRole('table');
  await table.waitFor({ timeout: 600_000 });
  const rows = await table.locator('tbody tr').allInnerTexts();
  return { sentences: await panel.getByRole('status').locator('p').allInnerTexts(), rows };
}

const busy = values.idle ? undefined : spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
try {
  await withPage(async (page) => {
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Compare' }).click();
    await choose(page, 'Rule 1', values.first);
    await choose(page, 'Rule 2', values.second);
    await choose(page, 'Activation to be timed', values.activation);
    for (const size of values.sizes.split(',')) {
      await page.getByRole('region', { name: 'Measured time' }).getByText(size, { exact: true }).click();
      const nothing = [0, 0];
      for (let run = 1; run <= Number(values.runs); run++) {
        const { sentences, rows } = await measured(page);
        sentences.forEach((sentence, i) => {
          if (sentence.includes('no difference beyond noise')) nothing[i]! += 1;
        });
        console.log(`${size}, ${run}: ${rows.map((row) => row.replaceAll('\t', ' ')).join('; ')}`);
        if (run === 1) console.log(sentences.join('\n'));
      }
      console.log(
        `${size} by ${size}, ${values.first} and ${values.second}, ${busy ? 'another process at work' : 'nothing else at work'}: ` +
          `no difference in ${nothing[0]} of ${values.runs} for the pass, in ${nothing[1]} for the activations\n`,
      );
    }
  });
} finally {
  busy?.kill();
}
