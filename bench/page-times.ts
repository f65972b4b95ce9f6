import { parseArgs } from 'node:util';
import { type Browser, type CDPSession, chromium, type Locator, type Page } from '@playwright/test';
import { median } from 'd3-array';
import { build, type PreviewServer, preview } from 'vite';
import { launchOptions } from '../scripts/browser/launch';
import { networkFile } from '../tests/browser/models';

/*
 * What an edit, a step and a move of the pointer cost the page's main thread, and a step its raster, by the browser's
 * own account, and how long a step takes until it is seen; with `npm run bench:page -- --against ../other/dist` beside
 * another build, in alternating blocks. Ratios only: what a machine takes in milliseconds says more of the machine.
 */

const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string' },
  },
});
const ROUNDS = Number(values.rounds);

/** The networks that are edited and stepped through; the first is the one that the page opens on. */
const networks: Readonly<Record<string, readonly [units: readonly number[], m: number] | undefined>> = {
  '2-4-3-1, m = 8': undefined,
  '784-256-128-10, m = 128': [[784, 256, 128, 10], 128],
  '64 layers of 8, m = 8': [Array.from({ length: 65 }, () => 8), 8],
};

/** A build of the page in a tab of its own. */
interface Contender {
  readonly name: string;
  readonly page: Page;
  readonly session: CDPSession;
  /** Where the rules stand that an edit turns to, in turn: to look for them is no part of what it costs. */
  readonly rules: readonly { readonly x: number; readonly y: number }[];
  edits: number;
}

async function opened(browser: Browser, name: string, url: string): Promise<Contender> {
  // What a service worker hands out, no route can put anything in the place of.
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  // Checks are at work beside the page, on a thread of their own: here what they tell would only be noise.
  await page.route(/\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    // Of all workers that of passes alone does errands, as drawing masks is one.
    const isOfPasses = /\bmasks:/.test(await response.text());
    return route.fulfill(isOfPasses ? { response } : { contentType: 'text/javascript', body: '' });
  });
  await page.addInitScript(KEEP_LATENCIES);
  await page.goto(url);
  await page.locator('main[data-step]').waitFor();
  // Without their thread the checks wait for ever, and a bar that says so has the whole page drawn at each frame.
  await page.evaluate(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('progress { display: none !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  });
  const session = await page.context().newCDPSession(page);
  // The thread's own time: what else the machine does is no part of it.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const choices = page.getByRole('group', { name: 'Kept by all layers' });
  const boxes = await Promise.all(
    ['A', 'Z'].map((rule) => choices.getByText(rule, { exact: true }).boundingBox()),
  );
  const rules = boxes.map((box) => ({ x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 }));
  return { name, page, session, rules, edits: 0 };
}

/** Milliseconds that the main thread has been at work since the tab was opened. */
async function worked({ session }: Contender): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
}

/** What the main thread has to do for something, and for all that follows from it. */
async function costOf(contender: Contender, act: () => Promise<void>): Promise<number> {
  const before = await worked(contender);
  await act();
  await contender.page.waitForTimeout(700);
  return (await worked(contender)) - before;
}

async function show({ page }: Contender, name: string): Promise<void> {
  const network = networks[name];
  if (!network) return;
  await page.getByLabel('Open a file').setInputFiles({
    name: 'network.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(networkFile(name, ...network))),
  });
  const [[inputs, first]] = network;
  await page
    .getByRole('img', { name: `W[1], ${first} by ${inputs}` })
    .first()
    .waitFor({ timeout: 120_000 });
  await page.waitForTimeout(1500);
}

/** Another rule for all layers, by the switch: the whole pass is worked out anew. */
const edit = (contender: Contender): Promise<void> => {
  const { x, y } = contender.rules[contender.edits % 2]!;
  contender.edits += 1;
  return contender.page.mouse.click(x, y);
};

const STEPS = 10;

/** How long after one step the next is taken, in ms: with a key held down, and by who looks at each. */
const paces = { held: 30, looking: 600 } as const;

/** Ten steps from the beginning of the pass on. */
async function step({ page }: Contender, pace: keyof typeof paces): Promise<void> {
  for (let i = 0; i < STEPS; i++) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(paces[pace]);
  }
}

/** How long after a key a change of the page still belongs to its step, in ms: sooner than films end and addresses follow. */
const OF_A_STEP = 240;

/**
 * Keeps, for each key, how long it took until the page had put together the first frame after it, and the one with the
 * last change that belongs to it: formula and code may come after the picture. In ms. A text, since a function that tsx
 * compiles calls helpers that the page does not have.
 */
const KEEP_LATENCIES = `
  globalThis.latencies = [];
  const afterFrame = (work) => requestAnimationFrame(() => {
    const painted = new MessageChannel();
    painted.port1.onmessage = work;
    painted.port2.postMessage(undefined);
  });
  addEventListener('keydown', ({ timeStamp }) => {
    const latency = {};
    globalThis.latencies.push(latency);
    afterFrame(() => { latency.first = performance.now() - timeStamp; });
    const watching = new MutationObserver(() => afterFrame(() => { latency.whole = performance.now() - timeStamp; }));
    watching.observe(document.body, { subtree: true, childList: true, characterData: true });
    setTimeout(() => watching.disconnect(), ${OF_A_STEP});
  }, { capture: true });
`;

type Latency = Readonly<Record<'first' | 'whole', number>>;

/** From a key to the first frame after it, and to the whole step, of the same ten steps: medians, in ms. */
async function latenciesOf(contender: Contender): Promise<Costs> {
  await goTo(contender, 'Home');
  await contender.page.evaluate('globalThis.latencies = []');
  await step(contender, 'looking');
  const latencies = await contender.page.evaluate<Latency[]>('globalThis.latencies');
  return {
    'from a key to the first frame': median(latencies, ({ first }) => first)!,
    'from a key to the whole step': median(latencies, ({ whole }) => whole)!,
  };
}

const MOVES = 20;

/** The pointer goes over a heatmap, from cell to cell. */
async function hover({ page }: Contender): Promise<void> {
  const { x, y, width, height } = (await heatmapOf(page).boundingBox())!;
  for (let i = 0; i < MOVES; i++) {
    await page.mouse.move(x + ((i + 0.5) / MOVES) * width, y + height / 2);
    await page.waitForTimeout(paces.held);
  }
}

/** What the first layer makes, where every build draws it. */
const heatmapOf = (page: Page): Locator => page.getByRole('img', { name: /^Z\[1\], / }).first();

/** Milliseconds of raster in some steps. */
async function rasterOf(browser: Browser, contender: Contender): Promise<number> {
  await browser.startTracing(contender.page, { categories: ['cc', 'disabled-by-default-devtools.timeline'] });
  await step(contender, 'looking');
  await contender.page.waitForTimeout(300);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: { name: string; dur?: number }[];
  };
  return (
    trace.traceEvents.reduce((sum, { name, dur }) => sum + (name === 'RasterTask' ? (dur ?? 0) : 0), 0) / 1000
  );
}

/** Takes the reader to the beginning or the end of the pass; a page opens at another step, and builds do not agree on which. */
const goTo = async ({ page }: Contender, key: 'Home' | 'End'): Promise<void> => {
  await page.locator('body').press(key);
  await page.waitForTimeout(400);
};

/** What was measured, in ms, by what it is called. */
type Costs = Readonly<Record<string, number>>;

/** Medians of what each contender takes, told as how many times the others take of it. */
async function inTurns(contenders: readonly Contender[], measured: (of: Contender) => Promise<Costs>) {
  const costs = contenders.map((): Costs[] => []);
  for (let round = -1; round < ROUNDS; round++)
    for (const [i, contender] of [...contenders.entries()].toSorted(() => (round % 2 === 0 ? 1 : -1))) {
      await contender.page.bringToFront();
      const cost = await measured(contender);
      if (round >= 0) costs[i]!.push(cost);
    }
  for (const what of Object.keys(costs[0]![0]!)) {
    const [own, other] = costs.map((of) => median(of, (cost) => cost[what]));
    const ratio =
      other === undefined ? '' : `: ${(other / own!).toFixed(2)} times cheaper than the other build`;
    console.log(
      `  ${what} ${own!.toFixed(1)}${other === undefined ? '' : `, ${other.toFixed(1)}`} ms${ratio}`,
    );
  }
}

const served = (outDir: string): Promise<PreviewServer> =>
  preview({ build: { outDir }, preview: { host: '127.0.0.1', port: 4300 } });

if (!process.env.BUILT) await build({ logLevel: 'warn' });
const servers = await Promise.all(['dist', ...(values.against ? [values.against] : [])].map(served));
const browser = await chromium.launch(launchOptions());
try {
  for (const name of Object.keys(networks)) {
    if (values.only && !name.startsWith(values.only)) continue;
    console.log(name);
    const contenders: Contender[] = [];
    for (const [i, server] of servers.entries())
      contenders.push(await opened(browser, i === 0 ? 'this' : 'other', server.resolvedUrls!.local[0]!));
    for (const contender of contenders) {
      await contender.page.bringToFront();
      await show(contender, name);
    }
    // At the end, where all is there that an edit changes.
    for (const of of contenders) await goTo(of, 'End');
    await inTurns(contenders, async (of) => ({ 'an edit': await costOf(of, () => edit(of)) }));
    for (const pace of ['held', 'looking'] as const)
      await inTurns(contenders, async (of) => {
        await goTo(of, 'Home');
        const what = `a step, ${pace === 'held' ? 'the key held' : 'looking at each'}`;
        return { [what]: (await costOf(of, () => step(of, pace))) / STEPS };
      });
    await inTurns(contenders, latenciesOf);
    for (const { page } of contenders) await heatmapOf(page).scrollIntoViewIfNeeded();
    await inTurns(contenders, async (of) => ({
      'a move of the pointer': (await costOf(of, () => hover(of))) / MOVES,
    }));
    await inTurns(contenders, async (of) => {
      await goTo(of, 'Home');
      return { 'raster of a step': (await rasterOf(browser, of)) / STEPS };
    });
    for (const { page } of contenders) await page.close();
  }
} finally {
  await browser.close();
  for (const server of servers) await server.close();
}
