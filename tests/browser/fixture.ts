import { type BrowserContext, test as base } from '@playwright/test';

export { expect } from '@playwright/test';

/** What Playwright itself says where a test does without the service worker. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

/** What no page may do, whatever a test is about: complain in the console, throw, or ask another host for anything. The context tells of refusals of its policy. */
function watch(context: BrowserContext, host: string, flaws: string[]): void {
  context.on('console', (message) => {
    if ((message.type() === 'error' || message.type() === 'warning') && message.text() !== BLOCKED)
      flaws.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => flaws.push(`thrown: ${error.error()}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== host) flaws.push(`asked ${url.host} for ${url}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) flaws.push(`${response.status()} for ${response.url()}`);
  });
}

/**
 * Tests of the built page; `forgiven` are flaws that a test brings about itself, such as a lost connection, and `flaws`
 * all that were seen until now.
 */
export const test = base.extend<{ forgiven: RegExp[]; flaws: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off this pattern.
  forgiven: async ({}, use) => use([]),
  // biome-ignore lint/correctness/noEmptyPattern: see above.
  flaws: async ({}, use) => use([]),
  context: async ({ context, baseURL, forgiven, flaws }, use) => {
    watch(context, new URL(baseURL!).host, flaws);
    await context.exposeFunction('tellViolation', (violation: string) => flaws.push(`refused: ${violation}`));
    await context.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
        Reflect.get(window, 'tellViolation')(`${violatedDirective} ${blockedURI} ${sample}`),
      ),
    );
    await use(context);
    base.expect(flaws.filter((flaw) => !forgiven.some((pattern) => pattern.test(flaw)))).toEqual([]);
  },
});
