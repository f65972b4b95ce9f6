import type { Page } from '@playwright/test';
import meta from '../../package.json' with { type: 'json' };
import { covering } from '../extent';
import { violations } from './axe';
import { expectOpened, fileOf, openFile, select } from './controls';
import { expect, test } from './fixture';
import { networkFile } from './models';
import { expectNoOverflow, open } from './page';
import { goToStep, heatmap, inspector, slot } from './stage';

/** What the browser fails at says so in the console, whatever the page does about it. */
test.use({
  forgiven: [/no such attribute|no canvas|no such part/],
  permissions: ['clipboard-read', 'clipboard-write'],
});

/** How the browser fails: it can't give an element an attribute of that value. */
type Breaking = readonly [attribute: string, value: string];

/** Has the browser fail while it makes one part of the page, from before the page is there until it is mended. */
async function breakPart(page: Page, breaking: Breaking): Promise<void> {
  await page.addInitScript(([attribute, value]) => {
    const { setAttribute } = Element.prototype;
    Element.prototype.setAttribute = function (name, given) {
      // What classes are called is made when the page is built, from their names.
      const meant = attribute === 'class' ? String(given).includes(`_${value}_`) : given === value;
      if (name === attribute && meant && !('mended' in window))
        throw new Error(`no such attribute: ${value}`);
      setAttribute.call(this, name, given);
    };
  }, breaking);
}

const mend = (page: Page) => page.evaluate(() => Object.assign(window, { mended: true }));

const alert = (page: Page, part: string) =>
  page.getByRole('alert').filter({ hasText: `${part} could not be shown.` });

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

const nothing = async () => {};
/** Shows what explains a cell, and what it can be changed to. */
const pinCachedCell = async (page: Page) => {
  await goToStep(page, 3);
  await slot(page, 1, 'activation.Z').click();
};

/** A part of a view: what it is called where it is broken, how it is broken, how it is reached, and how it is known. */
interface Part {
  readonly called: string;
  readonly breaking: Breaking;
  readonly reach?: (page: Page) => Promise<unknown>;
  readonly known?: (page: Page) => ReturnType<typeof region>;
  /** Whether it stands in the tab of the step, or takes its place with that of a cell. */
  readonly tab?: 'step' | 'cell';
}

const label = (name: string): Breaking => ['aria-label', name];

const parts: Record<string, readonly Part[]> = {
  step: [
    {
      called: 'The header',
      breaking: label('Views'),
      known: (page) => page.getByRole('navigation', { name: 'Views' }),
    },
    {
      called: 'The rail',
      breaking: label('Network and view'),
      known: (page) => page.getByRole('navigation', { name: 'Network and view' }),
    },
    { called: 'The stage', breaking: label('Stage'), known: (page) => region(page, 'Stage') },
    {
      called: 'The timeline',
      breaking: label('First step'),
      known: (page) => page.getByRole('button', { name: 'First step' }),
    },
    {
      called: 'What the step does',
      tab: 'step',
      breaking: label('Read'),
      known: (page) => page.getByRole('list', { name: 'Read', exact: true }),
    },
    {
      called: 'The step’s title',
      breaking: ['class', 'kicker'],
      known: (page) => inspector(page).getByRole('heading', { name: 'linear forward' }),
    },
    {
      called: 'The formula',
      tab: 'step',
      breaking: ['class', 'formulas'],
      known: (page) => inspector(page).locator('.katex'),
    },
    { called: 'The code', tab: 'step', breaking: label('Code'), known: (page) => region(page, 'Code') },
    { called: 'The list of checks', breaking: label('Checks'), known: (page) => region(page, 'Checks') },
    { called: 'What the cell comes from', tab: 'cell', breaking: label('Cell'), reach: pinCachedCell },
    { called: 'What if', tab: 'cell', breaking: label('What if'), reach: pinCachedCell },
    {
      called: 'The list “Activation of layer 1”',
      breaking: ['role', 'listbox'],
      reach: (page) => select(page, 'Activation of layer 1').click(),
    },
    {
      called: 'The menu of exports',
      breaking: ['role', 'menu'],
      reach: (page) => page.getByRole('button', { name: 'Export' }).click(),
    },
    { called: 'The list of keys', breaking: ['role', 'dialog'], reach: (page) => page.keyboard.press('?') },
  ],
  compare: [
    {
      called: 'The rail',
      breaking: label('Network and view'),
      known: (page) => page.getByRole('navigation', { name: 'Network and view' }),
    },
    { called: 'Rule 1', breaking: label('Rule 1'), known: (page) => region(page, 'Rule 1') },
    {
      called: 'The table of costs',
      breaking: label('What each rule costs'),
      known: (page) => region(page, 'What each rule costs'),
    },
    {
      called: 'The map of differences',
      breaking: label('Differences'),
      known: (page) => region(page, 'Differences'),
    },
    {
      called: 'The chart of peaks',
      breaking: label('Peak of checkpoints'),
      known: (page) => region(page, 'Peak of checkpoints'),
    },
    {
      called: 'The measured time',
      breaking: label('Measured time'),
      known: (page) => region(page, 'Measured time'),
    },
    {
      called: 'The timeline',
      breaking: label('First step'),
      known: (page) => page.getByRole('button', { name: 'First step' }),
    },
  ],
  activations: [
    {
      called: 'The list of verdicts',
      breaking: label('Is A enough?'),
      known: (page) => page.getByLabel('Is A enough?', { exact: true }),
    },
    {
      called: 'The verdict',
      breaking: label('g and its slope'),
      known: (page) => region(page, 'g and its slope'),
    },
    {
      called: 'The cells of the layer',
      breaking: label('The cells of a layer'),
      known: (page) => region(page, 'The cells of a layer'),
    },
    {
      called: 'What a number format loses',
      breaking: label('What a number format loses'),
      known: (page) => region(page, 'What a number format loses'),
    },
    {
      called: 'The boundary',
      breaking: label('The boundary'),
      known: (page) => region(page, 'The boundary'),
    },
    {
      called: 'The list of routes',
      breaking: label('Routes to the slope'),
      known: (page) => region(page, 'Routes to the slope'),
    },
    {
      called: 'What real code keeps',
      breaking: label('What real code keeps'),
      known: (page) => region(page, 'What real code keeps'),
    },
  ],
};

/** The part of a link that is the first model, as the page writes it. */
let firstModel: string | undefined;

/** Goes to a view by its link, at the first step, where everything of it is shown. */
async function visit(page: Page, view: string): Promise<void> {
  if (firstModel === undefined) {
    await open(page);
    [firstModel] = new URL(page.url()).hash.split('/');
    await page.goto('about:blank');
  }
  const shown = { step: '', compare: '/compare.Z.A', activations: '/activations.relu.1' }[view];
  await open(page, `./${firstModel}/forward.linear.1${shown}`);
}

for (const [view, all] of Object.entries(parts)) {
  // Each is kept apart by the same guard: in npm test one that is there at once, one that is reached, and one of each tab.
  for (const part of covering(all, ({ tab, reach, known }) => [
    tab,
    reach !== undefined,
    known !== undefined,
  ])) {
    test(`in ${view}, “${part.called}” breaks alone, and can be left out or mended`, async ({ page }) => {
      await breakPart(page, part.breaking);
      await visit(page, view);
      await (part.reach ?? nothing)(page);
      const broken = alert(page, part.called);
      await expect(broken).toContainText(`no such attribute: ${part.breaking[1]}`);
      const others = all.filter(
        (other) => other !== part && other.known && !(part.tab === 'cell' && other.tab === 'step'),
      );
      for (const { known } of others) await expect(known!(page).first()).toBeVisible();
      // One sentence, of this part: nothing around it is broken with it.
      await expect(page.getByText('could not be shown.')).toHaveCount(1);
      const { hash } = new URL(page.url());
      await broken.getByRole('button', { name: 'Go on without it' }).click();
      await expect(broken).toHaveCount(0);
      for (const { known } of others) await expect(known!(page).first()).toBeVisible();
      expect(new URL(page.url()).hash).toBe(hash);
      if (view !== 'activations') {
        const main = page.getByRole('main');
        const step = Number(await main.getAttribute('data-step'));
        await page.keyboard.press('ArrowRight');
        await expect(main).toHaveAttribute('data-step', String(step + 1));
        await page.keyboard.press('ArrowLeft');
        await expect(main).toHaveAttribute('data-step', String(step));
      }
      await mend(page);
      if (part.known) {
        await page.getByRole('button', { name: 'Try again' }).click();
        await expect(part.known(page).first()).toBeVisible();
      }
      await expect(page.getByText('could not be shown.')).toHaveCount(0);
    });
  }
}

test('what is thrown after a part was drawn breaks it alone, too', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => {
      throw new Error('no canvas');
    };
  });
  await open(page);
  await expect(alert(page, 'The stage')).toContainText('no canvas');
  await page.keyboard.press('ArrowRight');
  await expect(inspector(page).getByRole('heading', { name: 'linear forward' })).toBeVisible();
  await expect(page.getByText('could not be shown.')).toHaveCount(1);
});

test('a report tells version, link, error and stack, and nothing of where the page lies but in its link', async ({
  page,
}) => {
  await breakPart(page, label('Stage'));
  await open(page);
  await page.getByLabel('Kept by all layers').getByText('A', { exact: true }).click();
  const { href, hash, origin } = new URL(page.url());
  await alert(page, 'The stage').getByRole('button', { name: 'Copy a report' }).click();
  await expect(page.getByRole('button', { name: 'Report copied' })).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report.split('\n').slice(0, 3)).toEqual([
    `Cacheback ${meta.version}: The stage could not be shown.`,
    `Link: ${href}`,
    'Error: no such attribute: Stage',
  ]);
  expect(report).toMatch(/at .*assets\/index-.*\.js:\d+/);
  expect(report.replace(`Link: ${href}`, '')).not.toContain(origin);
  expect(hash).toBe(new URL(page.url()).hash);
});

test('where the browser does not let the page copy, the report can be copied by hand', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await breakPart(page, label('Stage'));
  await open(page);
  await alert(page, 'The stage').getByRole('button', { name: 'Copy a report' }).click();
  await expect(page.getByRole('textbox', { name: 'Report, to be copied by hand' })).toHaveValue(
    /no such attribute: Stage/,
  );
});

test('the first model is opened out of a broken part, and the one before is behind the back button', async ({
  page,
}) => {
  await breakPart(page, label('Z[1], 5 by 8, not computed yet'));
  await open(page);
  const first = new URL(page.url()).hash;
  await page.getByRole('button', { name: 'One unit more in layer 1' }).click();
  const broken = alert(page, 'The stage');
  await expect(broken).toContainText('no such attribute: Z[1], 5 by 8');
  await expect.poll(() => new URL(page.url()).hash).not.toBe(first);
  const { hash } = new URL(page.url());
  await broken.getByRole('button', { name: 'Open the first model' }).click();
  await expect(heatmap(page, 'Z1', 'forward')).toHaveAccessibleName(/^Z\[1\], 4 by 8/);
  await page.goBack();
  await expect(broken).toBeVisible();
  expect(new URL(page.url()).hash).toBe(hash);
});

for (const [width, height, colorScheme] of [
  [1440, 900, 'dark'],
  [390, 844, 'light'],
] as const)
  test(`what stands for broken parts can be read and reached by all, ${width} wide, ${colorScheme}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await breakPart(page, label('Stage'));
    await breakPart(page, label('First step'));
    await breakPart(page, label('Views'));
    await open(page);
    await expect(page.getByText('could not be shown.')).toHaveCount(3);
    await alert(page, 'The stage').getByRole('button', { name: 'Go on without it' }).click();
    await expectNoOverflow(page);
    // The page's heading went with its header.
    expect(await violations(page, (axe) => axe.disableRules(['page-has-heading-one']))).toEqual([]);
  });

test('a page of which nothing can be drawn says so, and can be tried again', async ({ page }) => {
  await breakPart(page, ['data-mode', 'wide']);
  await page.goto('./');
  await expect(alert(page, 'The page')).toContainText('Your model is kept in the link.');
  await mend(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '17');
});

test('a view whose file is broken is missed in a sentence, and the others go on', async ({ page }) => {
  await page.route('**/assets/CompareView-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("no such part")' }),
  );
  await open(page);
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '1');
  await page.getByRole('button', { name: 'Activations' }).click();
  await expect(page.locator('main[data-view="activations"]')).toBeVisible();
});

/** A browser that has no memory for the 40 cells of a layer with five units. */
const withoutMemory = () => {
  window.Float32Array = new Proxy(Float32Array, {
    construct(target, args) {
      if (args[0] === 40) throw new RangeError('Array buffer allocation failed');
      return Reflect.construct(target, args);
    },
  });
};

test('a change that the page cannot work out is undone with a sentence', async ({ page }) => {
  await page.addInitScript(withoutMemory);
  await open(page);
  await goToStep(page, 5);
  const units = page.getByRole('spinbutton', { name: 'Units of layer 1' });
  const more = page.getByRole('button', { name: 'One unit more in layer 1' });
  await more.click();
  await expect(page.getByRole('alert')).toHaveText(
    'This was undone, since the page could not work it out: Array buffer allocation failed.',
  );
  await expect(units).toHaveValue('4');
  await expect(heatmap(page, 'Z1', 'forward')).toHaveAccessibleName(/^Z\[1\], 4 by 8/);
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '5');
  await expect(page.getByText('could not be shown.')).toHaveCount(0);
  await units.fill('6');
  await expect(heatmap(page, 'Z1', 'forward')).toHaveAccessibleName(/^Z\[1\], 6 by 8/);
  await expect(page.getByRole('alert')).toHaveText('');
  await page.goBack();
  await expect(heatmap(page, 'Z1', 'forward')).toHaveAccessibleName(/^Z\[1\], 4 by 8/);
});

test('a link that the page cannot work out opens the first model with a sentence, and stays in the address', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'One unit more in layer 1' }).click();
  await expect(heatmap(page, 'Z1', 'forward')).toHaveAccessibleName(/^Z\[1\], 5 by 8/);
  const { hash } = new URL(page.url());
  await page.addInitScript(withoutMemory);
  await page.goto('about:blank');
  await open(page, `./${hash}`);
  await expect(page.getByRole('alert')).toContainText(
    'Array buffer allocation failed. The address keeps it.',
  );
  await expect(heatmap(page, 'Z1', 'forward')).toHaveAccessibleName(/^Z\[1\], 4 by 8/);
  expect(new URL(page.url()).hash).toBe(hash);
});

test('Activations opens for 784-256-128-10 with 128 examples', async ({ page }) => {
  await open(page);
  await openFile(page, fileOf('digits.json', networkFile('digits', [784, 256, 128, 10], 128)));
  await expectOpened(page, 'digits');
  for (const view of ['Activations', 'Compare', 'Step']) {
    await page.getByRole('button', { name: view, exact: true }).click();
    const known = { Activations: region(page, 'The boundary'), Compare: region(page, 'Peak of checkpoints') };
    await expect(view === 'Step' ? region(page, 'Stage') : known[view as keyof typeof known]).toBeVisible();
    await expect(page.getByText('could not be shown.')).toHaveCount(0);
  }
});
