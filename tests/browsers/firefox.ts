import { type Browser, launch, type Page } from 'puppeteer-core';
import { findFirefox } from '../../scripts/browser/firefox';

/** Starts the Firefox of this machine, driven by WebDriver BiDi. */
export function launchFirefox(): Promise<Browser> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('There is no Firefox here: npm run test:browsers says what to do.');
  return launch({ browser: 'firefox', executablePath, headless: true });
}

/** Opens the page in a tab, and waits until it is drawn. What it complains of is gathered in `flaws`. */
export async function openIn(browser: Browser, address: string, flaws: string[]): Promise<Page> {
  const page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') flaws.push(message.text());
  });
  page.on('pageerror', (error) => flaws.push(String(error)));
  // What the policy refuses, Firefox says to nobody else.
  await page.evaluateOnNewDocument(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      // biome-ignore lint/suspicious/noConsole: what is listened to.
      console.error('refused:', violatedDirective, blockedURI),
    ),
  );
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(address);
  await page.waitForSelector('main[data-step]');
  return page;
}

/** Waits until the page shows a step. */
export const atStep = (page: Page, step: number) => page.waitForSelector(`main[data-step="${step}"]`);

/** Presses a control by its role and name. */
export const press = (page: Page, role: string, name: string) =>
  page.locator(`::-p-aria([role="${role}"][name="${name}"])`).click();

/** Waits until an element says something. */
export const says = (page: Page, selector: string, text: string) =>
  page.waitForFunction(
    (where, what) =>
      [...document.querySelectorAll(where)].some((element) => element.textContent.includes(what)),
    {},
    selector,
    text,
  );
