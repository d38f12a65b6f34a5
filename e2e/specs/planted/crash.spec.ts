// What a crash leaves: a build that panics where the address asks for it (`planted-panic` in Cargo.toml). Whatever the app
// was doing, the report is back, works as it does without the app, and a new start is one press away.
import { expect, go, open, test, type Page } from '../../fixtures.ts';
import { report } from '../expected/pack.ts';

const still = (page: Page) => page.locator('#still');
const said = (page: Page) => page.getByRole('alert');
const reload = (page: Page) => said(page).getByRole('button', { name: '重新加载' });

// A crash is the one thing that the console is told of.
test.beforeEach(({ allowFailure }) => allowFailure(/\/boot\.js$|\/annual-report-app-|^$/));

/** The message is there once and in view, and of the app nothing is. */
async function expectDead(page: Page, what: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'failed');
  await expect(said(page)).toHaveCount(1);
  await expect(said(page)).toContainText(`${what}下面是完整的报告。`);
  await expect(said(page)).toBeInViewport({ ratio: 1 });
  await expect(reload(page)).toBeEnabled();
  await expect(page.locator('#boot-waiting')).toBeHidden();
  await expect(still(page)).toHaveCount(1);
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.locator('body > :not([id]):visible')).toHaveCount(0);
}

/** The report can be read, walked with links and back, scrolled, and gone through with the keyboard. */
async function expectReadable(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  // The link past what stands around the report comes first.
  await expect(page.locator('#skip:focus, #boot-error :focus, #still :focus')).toHaveCount(1);
  await still(page).getByRole('navigation', { name: '页面' }).getByRole('link', { name: '重点工作' }).click();
  await expect(still(page).locator('.section:visible')).toHaveCount(report.sections.length);
  const contents = still(page).getByRole('navigation', { name: '目录' });
  const last = contents.getByRole('link').last();
  const place = (await last.getAttribute('href'))!.slice(1);
  await last.click();
  await expect(still(page).locator(`[id="${place}"]`)).toBeInViewport();
  // Nothing that is left of the app takes the reader away again.
  const y = await page.evaluate(() => new Promise<number>((then) => setTimeout(() => then(scrollY), 500)));
  expect(y).toBeGreaterThan(500);
  await expect(still(page).locator(`[id="${place}"]`)).toBeInViewport();
  await expect(said(page)).toBeInViewport({ ratio: 1 });
  await page.mouse.wheel(0, -200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(y);
  await still(page).getByRole('navigation', { name: '页面' }).getByRole('link', { name: '问题与打算' }).click();
  await expect(still(page).locator('.problem:visible')).toHaveCount(report.problems.length);
  await page.goBack();
  await expect(still(page).locator('.section').first()).toBeVisible();
  await expect(page).toHaveTitle(await page.evaluate(async () => new DOMParser().parseFromString(await (await fetch('./')).text(), 'text/html').title));
}

/** A new start has the app back, where the address no longer asks for its death. */
async function expectBack(page: Page): Promise<void> {
  await go(page, '#/problems');
  await reload(page).click();
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await expect(page.locator('.problem')).toHaveCount(report.problems.length);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(still(page)).toHaveCount(0);
}

const STOPPED = '互动功能出了问题，已经停下。';

const CRASHES: { where: string; crash: (page: Page) => Promise<void>; says: string }[] = [
  {
    where: 'before it has taken over',
    crash: async (page) => {
      await page.goto('./#/work?panic=start');
    },
    says: '互动功能没有启动。',
  },
  {
    where: 'while it takes over',
    crash: async (page) => {
      await page.goto('./#/work?panic=view');
    },
    says: STOPPED,
  },
  {
    where: 'while it makes a page',
    crash: async (page) => {
      await open(page, '#/enterprises');
      await go(page, '#/work?panic=view');
    },
    says: STOPPED,
  },
  {
    where: 'in an effect',
    crash: async (page) => {
      await open(page, '#/charts');
      await go(page, '#/work?panic=effect');
    },
    says: STOPPED,
  },
  {
    where: 'in an event handler',
    crash: async (page) => {
      await open(page, '#/work?panic=handler');
      await page.keyboard.press('a');
    },
    says: STOPPED,
  },
];

for (const { where, crash, says } of CRASHES) {
  test(`when the app panics ${where}, the report is back, can be read, and the app started anew`, async ({ page }) => {
    await crash(page);
    await expectDead(page, says);
    await expectReadable(page);
    await expectBack(page);
  });
}

test('a reader far down the page is not taken from there by a crash, and sees the message', async ({ page }) => {
  await open(page, '#/work?panic=handler');
  await page.mouse.wheel(0, 3_000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(2_000);
  const section = page.locator('.section__title').filter({ visible: true });
  const inView = () => section.evaluateAll((titles) => titles.filter((title) => title.getBoundingClientRect().top > 0).map((title) => title.textContent)[0]);
  const before = await inView();
  await page.keyboard.press('a');
  await expectDead(page, STOPPED);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1_500);
  expect(await inView()).toBe(before);
});

test('in a frame, a crash leaves the part that the frame shows', async ({ page }) => {
  await open(page, '#/problems/3?embed=1&panic=handler');
  await page.keyboard.press('a');
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'failed');
  await expect(said(page)).toContainText(STOPPED);
  await expect(page.locator('#boot-still')).toBeHidden();
  await expect(still(page).locator('.problem:visible').first()).toBeVisible();
  await expect(still(page).locator('.masthead')).toHaveCount(0);
  await expect(reload(page)).toBeEnabled();
});
