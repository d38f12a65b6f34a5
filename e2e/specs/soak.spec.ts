// Hours of use in a minute: whatever a reader does, and however often, the page holds no more afterwards than before,
// and shows what its address says. Longer, or in another order (docs/fuzzing.md):
// SOAK_ACTIONS=10000 SOAK_SEED=2 npx playwright test specs/soak.spec.ts --project desktop
import type { CDPSession } from '@playwright/test';
import { expect, go, open, test, type Page } from '../fixtures.ts';
import { random, Reader } from '../soak.ts';

const ACTIONS = Number(process.env.SOAK_ACTIONS ?? 300);
const SEED = Number(process.env.SOAK_SEED ?? 1);
/** How often, on the way, the view is held against a fresh one. */
const EVERY = Math.max(50, Math.floor(ACTIONS / 20));

// A trace keeps a picture of the page for everything done; it would be what grows.
test.use({ trace: 'off' });

const PAGES = ['#/enterprises', '#/projects', '#/charts', '#/work', '#/problems', '#/compare', '#/figure/fixed-investment', '#/search?q=产业', '#/about', '#/'];

type Held = { nodes: number; listeners: number; heap: number; wasm: number };

/** What the page holds on its first view, after everything that can be given back has been. */
async function held(page: Page, browser: CDPSession): Promise<Held> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press('Escape');
  await go(page, '#/problems');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('问题与打算');
  await go(page, '#/');
  await expect(page.locator('.hero')).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  // What is released by one collection lets go of more: closures of the app go by a registry of finalizers.
  for (let times = 0; times < 3; times += 1) {
    await browser.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(100);
  }
  const { metrics } = await browser.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  const wasm = await page.evaluate(() => (window as unknown as { soaked: WebAssembly.Memory[] }).soaked.map((memory) => memory.buffer.byteLength));
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize'), wasm: Math.max(...wasm) };
}

/** The charts that this reader has turned into tables. Among several this is no step, and not in the address. */
const tables = (page: Page) =>
  page.locator('.chart:has(.chart__tools [aria-pressed="true"])').evaluateAll((charts) => charts.map((chart) => chart.id));

/** What stands on the page, apart from what only this reader opened, closed, typed wrongly or was told once. Of a chart
 * it is the words: the picture of one far down is the still one until somebody comes near. */
const shown = (page: Page, tables: string[]) =>
  page.locator('main').evaluate((main, tables) => {
    const fields = [...main.querySelectorAll<HTMLInputElement>('input:not(details.menu *, .range *, [hidden] *)')];
    const values = fields.map((field) => (field.type === 'checkbox' ? field.checked : field.value));
    const copy = main.cloneNode(true) as HTMLElement;
    for (const own of copy.querySelectorAll('.list__row[hidden], details.menu > :not(summary), svg, .notice, .range__wrong, .page__head button')) own.remove();
    // One far down, as the page before the app had it, has an id that ends so.
    for (const chart of copy.querySelectorAll('.chart')) if (tables.some((id) => chart.id.endsWith(id))) chart.remove();
    return `${(copy.textContent ?? '').replace(/\s+/g, ' ').trim()} ${JSON.stringify(values)}`;
  }, tables);

/** The address, once it has stayed the same for a second: what was typed gets its own when the typing pauses and the
 * browser has nothing else to do. */
async function settled(page: Page): Promise<string> {
  for (let last = ''; ; ) {
    const hash = await page.evaluate(() => location.hash);
    if (hash === last) return hash;
    last = hash;
    await page.waitForTimeout(1000);
  }
}

/** Where two texts part, with a little around it; nothing, if they are the same. */
function parting(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 40);
  return one === other ? '' : `${around(one)} | ${around(other)}`;
}

test(`${ACTIONS} things done at random leave nothing behind`, async ({ page, context }) => {
  test.setTimeout(120_000 + ACTIONS * 500);
  // The memory of the program is nobody's but its own; whoever makes it, makes it here.
  await page.addInitScript(() => {
    const soaked: WebAssembly.Memory[] = [];
    Object.assign(window, { soaked });
    const { instantiate, instantiateStreaming } = WebAssembly;
    const keep = <T>(made: T): T => {
      const { exports } = ((made as WebAssembly.WebAssemblyInstantiatedSource).instance ?? made) as WebAssembly.Instance;
      for (const one of Object.values(exports)) if (one instanceof WebAssembly.Memory) soaked.push(one);
      return made;
    };
    WebAssembly.instantiate = ((...given: Parameters<typeof instantiate>) => instantiate(...given).then(keep)) as typeof instantiate;
    WebAssembly.instantiateStreaming = (...given) => instantiateStreaming(...given).then(keep);
  });
  let files = 0;
  page.on('download', async (file) => {
    files += 1;
    await file.delete();
  });
  await open(page, '#/');
  const browser = await context.newCDPSession(page);
  await browser.send('Performance.enable');
  const reader = new Reader(page, random(SEED));

  /** The view is the one that its address gives to somebody who opens it now. */
  const asIfOpenedNow = async (done: number) => {
    await page.keyboard.press('Escape');
    // Which parts this reader has closed is nobody else's.
    await page.locator('.section__door[aria-expanded="false"]').evaluateAll((doors) => doors.forEach((door) => (door as HTMLElement).click()));
    const hash = await settled(page);
    const fresh = await context.newPage();
    await fresh.setViewportSize(page.viewportSize()!);
    await open(fresh, hash);
    await fresh.waitForLoadState('networkidle');
    const own = hash.startsWith('#/chart/') ? [] : await tables(page);
    const same = async () => parting(await shown(page, own), await shown(fresh, own));
    await expect.poll(same, `after ${done}: ${decodeURIComponent(hash)}`).toBe('');
    await fresh.close();
  };

  for (const hash of PAGES) {
    await go(page, hash);
    await page.waitForLoadState('networkidle');
  }
  // Until then the engine itself still learns the program: that is heap, and no leak.
  const warmUp = Math.min(1000, Math.max(150, Math.floor(ACTIONS / 4)));
  let before: Held | undefined;
  const course: (Held & { done: number })[] = [];
  for (let done = 1; done <= ACTIONS; done += 1) {
    await reader.act();
    if (done % EVERY === 0) await asIfOpenedNow(done);
    if (done === warmUp) before = await held(page, browser);
    if (!before || done % EVERY !== 0) continue;
    course.push({ done, ...(await held(page, browser)) });
    if (process.env.SOAK_ACTIONS) console.log(JSON.stringify(course.at(-1)));
  }
  await asIfOpenedNow(ACTIONS);
  const after = await held(page, browser);
  test.info().annotations.push({ type: 'soak', description: JSON.stringify({ done: reader.done, files, before, course, after }) });
  for (const [what, most] of Object.entries(before!)) {
    expect.soft(after[what as keyof Held], what).toBeLessThanOrEqual(most * 1.1);
  }
  expect(files, 'files were taken on the way').toBeGreaterThan(0);
});
