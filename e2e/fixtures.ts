// What every spec starts from: a `test` that also fails on anything the page should not have done, axe, and the pack.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page, type Request } from '@playwright/test';

export { expect, type Page };

type Fixtures = {
  /**
   * Names addresses whose failing is the point of the test. Their failed requests, error statuses and the browser's
   * own console message about them are then no failure; everything else still is.
   */
  allowFailure: (url: RegExp) => void;
  /** Other hosts that the test is about. A request to any further one is a failure. */
  hosts: string[];
  /** Collects what the page should not have done. Runs for every test. */
  watch: void;
};

/** What is known of where a page is. */
type Stand = {
  /** How often it has been left for another, or for itself anew. */
  leavings: number;
  /**
   * On its way to the next: what it asks for in its last moment may become known only while it goes, or once the empty
   * page stands there, which itself asks for nothing.
   */
  isLeaving: boolean;
  /** The document that stands there, without the hash. */
  document: string;
  /** Whether the next document has been answered for and not yet been shown. */
  isAnswered: boolean;
};
const stands = new WeakMap<Page, Stand>();
const standOf = (page: Page): Stand => {
  if (!stands.has(page)) stands.set(page, { leavings: 0, isLeaving: false, document: 'about:blank', isAnswered: false });
  return stands.get(page)!;
};
const isOfPage = (request: Request, page: Page) => request.isNavigationRequest() && request.frame() === page.mainFrame();
const hasMoved = (page: Page) => {
  const stand = standOf(page);
  const [document] = page.url().split('#');
  // The app takes steps of its own within a document, down to its last moment.
  if (document === stand.document && !stand.isAnswered) return;
  stand.document = document!;
  stand.isAnswered = false;
  stand.leavings += 1;
  if (document !== 'about:blank') stand.isLeaving = false;
};

type Watched = { problems: string[]; allowed: RegExp[] };

export const test = base.extend<Fixtures & { watched: Watched }>({
  // What cannot be clicked within this is not there: the whole test need not wait for it.
  actionTimeout: 10_000,

  hosts: [[], { option: true }],

  watched: async ({}, use) => {
    await use({ problems: [], allowed: [] });
  },

  allowFailure: async ({ watched }, use) => {
    await use((url) => watched.allowed.push(url));
  },

  watch: [
    async ({ context, baseURL, hosts, watched }, use) => {
      const { problems, allowed } = watched;
      const origins = [new URL(baseURL ?? '').origin, ...hosts];
      const made = new WeakMap<Request, { page: Page; leavings: number }>();
      const isAllowed = (url: string) => allowed.some((pattern) => pattern.test(url));

      context.on('console', (message) => {
        const { url } = message.location();
        // A published page has nothing to tell the console, not even in passing.
        if (!isAllowed(url)) problems.push(`console ${message.type()}: ${message.text()} (${url})`);
      });
      context.on('weberror', (error) => problems.push(`page error: ${error.error().message}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (!['data:', 'blob:', 'about:'].includes(url.protocol) && !origins.includes(url.origin)) {
          problems.push(`request to another origin: ${url.href}`);
        }
      });
      context.on('requestfailed', (request) => {
        // A reader who leaves the page cuts off what was on its way; that is no fault of the page's.
        const asked = made.get(request);
        const stand = asked && standOf(asked.page);
        const isLeft = stand && (stand.isLeaving || stand.leavings > asked.leavings);
        if (request.failure()?.errorText === 'net::ERR_ABORTED' && isLeft) return;
        // Chromium itself asks for the icon again whenever the address changes; loading a page cuts that short.
        if (request.url().endsWith('/icon.svg') && request.failure()?.errorText === 'net::ERR_ABORTED') return;
        if (!isAllowed(request.url())) problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
      });
      context.on('response', (response) => {
        if (response.status() >= 400 && !isAllowed(response.url())) {
          problems.push(`status ${response.status()}: ${response.url()}`);
        }
      });
      context.on('page', (page) => {
        page.on('request', (request) => {
          if (isOfPage(request, page)) standOf(page).isLeaving = true;
          made.set(request, { page, leavings: standOf(page).leavings });
        });
        page.on('response', (response) => {
          if (isOfPage(response.request(), page)) standOf(page).isAnswered = true;
        });
        page.on('framenavigated', (frame) => {
          if (frame === page.mainFrame()) hasMoved(page);
        });
        page.on('websocket', (socket) => problems.push(`websocket: ${socket.url()}`));
      });

      await use();
      expect(problems, 'what the page should not have done').toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * Opens a view by its hash (`#/enterprises?q=丝绸`; the start page without) as a reader does who comes from elsewhere,
 * and waits until the app has taken over.
 */
export async function open(page: Page, hash = '', file = ''): Promise<void> {
  // From an address that differs in its hash alone, the browser would not load the page again.
  if (page.url() !== 'about:blank') {
    standOf(page).isLeaving = true;
    await page.goto('about:blank');
  }
  await page.goto(`./${file}${hash}`);
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
}

/** Listens to a live region as a screen reader does: every change within it, as long as it is the one that was there. */
export async function listen(page: Page, selector: string): Promise<() => Promise<string[]>> {
  await page.evaluate((selector) => {
    const region = document.querySelector(selector)!;
    const told: string[] = ((window as any).told = []);
    const say = () => told.push(region.isConnected ? region.textContent! : '（不在了）');
    new MutationObserver(say).observe(region, { childList: true, characterData: true, subtree: true });
  }, selector);
  return () => page.evaluate(() => (window as any).told as string[]);
}

/** Keeps back what is asked for under such an address, until it is released. */
export async function hold(page: Page, url: RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(url, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/**
 * Lets time pass, on a page whose clock is installed, until something is so. In small steps: what is truly on its way
 * keeps up with them, and a wait that begins late is waited for, too.
 */
export async function passTime(page: Page, until: () => Promise<boolean>): Promise<void> {
  const step = async () => {
    if (await until()) return true;
    await page.clock.fastForward(6_000);
    return until();
  };
  await expect.poll(step, { intervals: [700], timeout: 30_000 }).toBe(true);
}

/** From now on the page is sent as a developer's is, without the report in it: the app shows what it has at once. */
export async function withoutReport(page: Page): Promise<void> {
  await page.route(/\/park\/2021\/$/, async (route) => {
    const answer = await route.fetch();
    const [before, after] = (await answer.text()).split(/<div id=still>.*<!--still-->/s);
    await route.fulfill({ response: answer, body: `${before}<div id=still>${after}` });
  });
}

/** Goes to another view as a link within the page does, without loading the page again. */
export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, hash);
}

/** Sets the reader's type, in px. The policy allows no style sheet but the page's own; the object model is another way. */
export async function setType(page: Page, size: number): Promise<void> {
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}px`;
  }, size);
}

/**
 * axe finds nothing, with every rule it has by default and the one for the size of targets. What it could not decide
 * counts as well, except for contrast, which it cannot judge of arrows, signs and writing in pictures.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const rules = { 'target-size': { enabled: true } };
  const { violations, incomplete } = await new AxeBuilder({ page }).options({ rules }).analyze();
  const undecided = incomplete.filter(({ id }) => id !== 'color-contrast');
  const found = [...violations, ...undecided].map(({ id, help, nodes }) => ({
    id,
    help,
    times: nodes.length,
    where: nodes.slice(0, 5).map((node) => node.target.join(' ')),
  }));
  expect(found, 'axe').toEqual([]);
}

/** Nothing scrolls sideways, is cut off or sticks out, but for what is out of sight on purpose and tables in a frame that scrolls. */
export async function expectNothingBeyond(page: Page, what: string): Promise<void> {
  const beyond = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    elements: [...document.querySelectorAll('body *')]
      .filter((element) => !element.closest('.chart__table, .unseen, .skip, svg') && element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => `${element.tagName}.${element.className}`),
  }));
  expect(beyond, what).toEqual({ page: 0, elements: [] });
}

/** Where the generated pack of a hundred thousand enterprises lies; `E2E_PACK` names another folder. */
export const LARGE_PACK = resolve(process.env.E2E_PACK ?? fileURLToPath(new URL('../target/packs/e2e', import.meta.url)));

/** Where the build lies; `E2E_DIST` names another folder. */
export const DIST = resolve(process.env.E2E_DIST || fileURLToPath(new URL('../dist', import.meta.url)));

/** Where the build with several reports lies; `E2E_SEVERAL` names another folder. */
export const SEVERAL = resolve(process.env.E2E_SEVERAL ?? fileURLToPath(new URL('../target/several', import.meta.url)));

/** A file of the pack (`index.json`, `2021/figures.json`), so that expectations come from it and not from memory. */
export function pack<T>(file: string, folder = fileURLToPath(new URL('../data', import.meta.url))): T {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
}

/** Adds up, from the page's beginning, how much of what is seen jumps; the answer is what it has come to. */
export async function jumps(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as any[]) (window as any).shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as any).shift);
}
