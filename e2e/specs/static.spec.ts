// The page before the app, after it, and without it: the whole report as HTML.
import { expect, expectAccessible, go, hold, jumps, open, test, type Page } from '../fixtures.ts';
import { enterprises, figures, projects, report } from './expected/pack.ts';
import { amount, pointText } from './expected/written.ts';

const still = (page: Page) => page.locator('#still');

/** A text without what stands between its parts. */
const joined = (text: string) => text.replace(/\s/g, '');

/** All that the report has is there to be read. */
async function expectWhole(page: Page): Promise<void> {
  const text = joined((await still(page).textContent()) ?? '');
  for (const { title, summary, items } of report.sections) {
    expect(text).toContain(joined(title));
    expect(text).toContain(joined(summary));
    for (const item of items) {
      expect(text).toContain(joined(item.title));
      for (const point of item.points) expect(text).toContain(joined(pointText(point)));
    }
  }
  for (const { title, points } of report.problems) for (const said of [title, ...points]) expect(text).toContain(joined(said));
  for (const figure of figures) expect(text, figure.id).toContain(joined(amount(figure)));
  for (const { name, events } of enterprises) for (const said of [name, ...events.map((event) => event.text)]) expect(text).toContain(joined(said));
  for (const { name, status_printed } of projects) for (const said of [name, status_printed]) expect(text).toContain(joined(said));
  for (const { id, title } of report.charts) {
    const chart = still(page).locator(`[id="/charts/${id}"]`);
    await expect(chart).toContainText(title);
    expect(await chart.locator('.drawing').first().locator('.bar, .point').count(), id).toBeGreaterThan(0);
  }
}

/** The part of the report that an address names is in view. */
async function expectThere(page: Page, id: string): Promise<void> {
  await expect(page.locator(`#still [id="${id}"]`)).toBeInViewport();
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  // What is loaded ahead stays unused, and the browser says so.
  test.beforeEach(({ allowFailure }) => allowFailure(/\/annual-report-app-|\/park\/2021\//));

  test('the whole report can be read, and says quietly what is missing @phone', async ({ page }) => {
    await page.goto('./');
    await expectWhole(page);
    await expect(page.getByText('没有运行 JavaScript')).toBeVisible();
    await expect(page.locator('.progress')).toBeHidden();
    await expect(page.locator('.search input, .explorer__ask, .menu').first()).toBeHidden();
  });

  test('links lead to the parts of the page', async ({ page }) => {
    await page.goto('./');
    await still(page).getByRole('link', { name: '问题与打算' }).first().click();
    await expectThere(page, '/problems');
    const row = still(page).locator('.list__row').nth(5);
    const [id, href] = [await row.getAttribute('id'), await row.locator('.row-link').getAttribute('href')];
    expect(href).toBe(`#${id}`);
    await page.goto(`./${href}`);
    await expectThere(page, id!);
    await page.goto('./#/chart/base');
    await expectThere(page, '/charts/base');
  });
});

test('the page as it is sent has every address once, no link into nothing, and nothing that a strict policy forbids', async ({ request }) => {
  const html = await (await request.get('./')).text();
  const ids = [...html.matchAll(/\sid="?([^\s">]+)/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(200);
  expect(ids.filter((id, nth) => ids.indexOf(id) !== nth)).toEqual([]);
  const links = [...html.matchAll(/\shref="#([^"]+)"/g)].map(([, id]) => id);
  expect(links.length).toBeGreaterThan(200);
  expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  expect(html).not.toMatch(/\s(style|on[a-z]+)=/);
});

const broken: [string, (page: Page) => Promise<unknown>][] = [
  ['the wasm file is missing', (page) => page.route(/_bg\.wasm$/, (route) => route.fulfill({ status: 404, body: '' }))],
  ['the wasm file is something else', (page) => page.route(/_bg\.wasm$/, (route) => route.fulfill({ contentType: 'text/html', body: '<p>x</p>' }))],
  ['the browser knows no WebAssembly', (page) => page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'))],
  [
    'the policy forbids WebAssembly',
    (page) =>
      page.route(/\/park\/2021\/$/, async (route) => {
        const answer = await route.fetch();
        const policy = answer.headers()['content-security-policy'].replace(" 'wasm-unsafe-eval'", '');
        await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-security-policy': policy } });
      }),
  ],
];

test('a script that is not the one that was built does not run, and the report stays', async ({ page, allowFailure }) => {
  allowFailure(/\/boot\.js$|\/annual-report-app-|\/park\/2021\//);
  await page.route(/\/boot\.js$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${await answer.text()}\ndocument.title = 'other';` });
  });
  await page.goto('./');
  await expect(page.getByText('没有运行 JavaScript')).toBeVisible();
  await expectWhole(page);
  await expect(page).not.toHaveTitle('other');
});

for (const [what, spoil] of broken) {
  test(`when ${what}, the report stays, its links work, and one line says so`, async ({ page, allowFailure }) => {
    allowFailure(/_bg\.wasm$|\/annual-report-app-|\/boot\.js$|\/park\/2021\/(#.*)?$/);
    await spoil(page);
    await page.goto('./#/work/2.2');
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'failed');
    await expect(page.getByRole('alert')).toHaveText(/互动功能.*下面是完整的报告/);
    await expect(page.getByRole('alert')).toHaveCount(1);
    await expect(page.getByRole('status')).toBeHidden();
    await expectThere(page, '/work/2.2');
    await expect(page.getByRole('alert')).toBeInViewport();
    await expectWhole(page);
    await still(page).getByRole('navigation', { name: '页面' }).getByRole('link', { name: '企业' }).click();
    await expectThere(page, '/enterprises');
    await expect(still(page).locator('.section').first()).toBeHidden();
    await expect(still(page).locator('.nav__link[aria-current]')).toHaveText(['企业']);
    await expect(page.locator('.explorer__ask').first()).toBeHidden();
    await page.goBack();
    await expectThere(page, '/work/2.2');
    await expectAccessible(page);
  });
}

for (const file of ['index.json', '2021/report.json']) {
  test(`when ${file} cannot be had, the report stays, and the reason is said`, async ({ page, allowFailure }) => {
    const url = new RegExp(`/data/${file}$`);
    allowFailure(url);
    await page.route(url, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto('./#/enterprises?q=丝绸');
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'failed');
    const said = page.getByRole('alert');
    await expect(said).toContainText(`互动功能没有启动。（data/${file}：找不到文件（404））下面是完整的报告。`);
    await expectWhole(page);
    await page.unroute(url);
    await said.getByRole('button', { name: '重新加载' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  });
}

test('a program that comes after more than half a minute finds the data that came in time', async ({ page }) => {
  test.setTimeout(90_000);
  await page.route(/_bg\.wasm$/, async (route) => {
    await new Promise((done) => setTimeout(done, 32_000));
    await route.continue();
  });
  await page.goto('./#/enterprises');
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started', { timeout: 60_000 });
  await expect(page.locator('.list__row')).toHaveCount(enterprises.length);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

for (const hash of [`#/enterprises/${enterprises.at(-1)!.id}`, `#/projects/${projects.at(-1)!.id}`, '#/chart/base']) {
  test(`${hash} begins at its heading, whatever the page before the app showed @phone`, async ({ page }) => {
    await open(page, hash);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await expect(page.locator('main h1:not(.unseen), main .chart__title').first()).toBeInViewport();
  });
}

test('in a frame, links of the page before the app lead out of it', async ({ page, context, allowFailure }) => {
  allowFailure(/_bg\.wasm$|\/boot\.js$|\/park\/2021\/(#.*)?$/);
  await context.route(/_bg\.wasm$/, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('./#/work/2.2?embed=1');
  await expect(page.getByRole('alert')).toHaveText(/互动功能没有启动。/);
  await expect(page.locator('#boot-still')).toBeHidden();
  const opened = context.waitForEvent('page');
  await still(page).getByRole('link').first().click();
  await expect((await opened).locator('#still .masthead')).toBeVisible();
  await expect(page).toHaveURL(/embed=1$/);
});

for (const width of [640, 740, 844, 900, 932, 1280]) {
  test(`at ${width} px the charts are as high before the app as after`, async ({ page }) => {
    const heights = () =>
      page.locator('.chart').evaluateAll((charts) =>
        charts.map((chart) => {
          // Out of view it has the height that the style sheet takes it to have.
          (chart as HTMLElement).style.contentVisibility = 'visible';
          return chart.querySelector('.picture')!.getBoundingClientRect().height;
        }).filter((height) => height > 0),
      );
    await page.setViewportSize({ width, height: 800 });
    const release = await hold(page, /_bg\.wasm$/);
    await page.goto('./#/charts', { waitUntil: 'domcontentloaded' });
    await page.evaluate(() => document.fonts.ready);
    const before = await heights();
    release();
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
    await expect.poll(async () => (await heights()).length).toBe(before.length);
    const after = await heights();
    expect(before.length).toBe(report.charts.length);
    // The last has nothing below it that could jump, and a panel more beside another at some widths.
    for (const nth of before.keys()) {
      if (nth < before.length - 1) expect(Math.abs(after[nth] - before[nth]), report.charts[nth].id).toBeLessThanOrEqual(3);
    }
  });
}

for (const [ask, width] of [['mode=elder', 360], ['mode=elder', 1280], ['size=2', 360], ['size=3', 768]] as const) {
  test(`with ${ask} at ${width} px the charts before the app grow with their letters: nothing is cut or lies upon a bar`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const release = await hold(page, /_bg\.wasm$/);
    await page.goto(`./#/charts?${ask}`, { waitUntil: 'domcontentloaded' });
    await page.evaluate(() => document.fonts.ready);
    const wrong = await still(page).locator('.drawing').evaluateAll((drawings) =>
      drawings.filter((drawing) => drawing.checkVisibility()).flatMap((drawing) => {
        const frame = drawing.getBoundingClientRect();
        const boxes = [...drawing.querySelectorAll('text')].map((text) => ({ text: text.textContent!, box: text.getBoundingClientRect() }));
        // Letters have some room above and below; where lines are close, that may meet.
        const meet = (a: DOMRect, b: DOMRect) => a.left + 1 < b.right && b.left + 1 < a.right && a.top + a.height * 0.3 < b.bottom && b.top + b.height * 0.3 < a.bottom;
        const beyond = boxes.filter(({ box }) => box.left < frame.left - 2 || box.right > frame.right + 2);
        const upon = boxes.filter((one, nth) => boxes.slice(nth + 1).some((other) => meet(one.box, other.box)));
        return [...beyond.map(({ text }) => `beyond: ${text}`), ...upon.map(({ text }) => `upon another: ${text}`)];
      }),
    );
    expect(wrong).toEqual([]);
    release();
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  });
}

for (const hash of ['', '#/work/2.2', '#/enterprises', '#/projects', '#/charts/base', '#/problems', '#/about']) {
  test(`the app takes over ${hash || 'the first page'} in place: nothing jumps @phone @tablet`, async ({ page }) => {
    const jumped = await jumps(page);
    // What is in view, with where it stands.
    const seen = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('h1, h2, h3, .card, .list__row, .chart, .item, .problem, .search, .count')]
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 1 && box.bottom > 0 && box.top < innerHeight)
          .map(({ element, box }) => ({ what: `${element.className}${element.textContent?.slice(0, 12)}`, at: [box.x, box.y, box.width] })),
      );
    const release = await hold(page, /_bg\.wasm$/);
    await page.goto(`./${hash}`, { waitUntil: 'domcontentloaded' });
    await page.evaluate(() => document.fonts.ready);
    await expect(still(page).getByRole('heading').first()).toBeAttached();
    await page.waitForTimeout(200);
    const before = await seen();
    expect(before.length).toBeGreaterThan(0);
    release();
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
    await page.waitForTimeout(300);
    const after = await seen();
    expect(after.map(({ what }) => what)).toEqual(before.map(({ what }) => what));
    // Half a pixel is nothing that anybody sees; rounded, it would be a whole one or none.
    const moved = after.map(({ what, at }, nth) => ({ what, by: Math.max(...at.map((place, axis) => Math.abs(place - before[nth].at[axis]))) }));
    expect(moved.filter(({ by }) => by > 0.5)).toEqual([]);
    expect(await jumped()).toBeLessThanOrEqual(0.02);
    await expect(page.locator('#still, #boot-waiting')).toHaveCount(0);
  });
}

test('a reader who scrolls before the app is there stays where he is', async ({ page }) => {
  const release = await hold(page, /_bg\.wasm$/);
  await page.goto('./#/work/2.1');
  await page.mouse.wheel(0, 900);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(900);
  await page.waitForTimeout(300);
  const before = await page.evaluate(() => scrollY);
  release();
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test('a link that has the focus when the app comes has it still', async ({ page }) => {
  const release = await hold(page, /_bg\.wasm$/);
  await page.goto('./#/projects');
  const link = page.locator('main .place:visible').nth(2);
  await link.focus();
  const href = await link.getAttribute('href');
  release();
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await expect(page.locator(':focus')).toHaveAttribute('href', href!);
});

test('what kills the build of e2e/specs/planted does nothing here', async ({ page }) => {
  await open(page, '#/work?panic=start');
  for (const hash of ['#/problems?panic=view', '#/work?panic=effect', '#/work?panic=handler']) await go(page, hash);
  await page.keyboard.press('a');
  await expect(page.locator('.section')).toHaveCount(report.sections.length);
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
});

test('when the app dies, the report comes back with a message', async ({ page, allowFailure }) => {
  allowFailure(/boot\.js$/);
  await open(page, '#/problems');
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError('unreachable');
    window.dispatchEvent(new ErrorEvent('error', { error, message: error.message }));
  });
  await expect(page.getByRole('alert')).toContainText('互动功能');
  await expect(page.getByRole('button', { name: '重新加载' })).toBeVisible();
  await expect(page.getByRole('alert')).toBeInViewport();
  await expectThere(page, '/problems');
  await expect(page.getByRole('main')).toHaveCount(1);
  await still(page).getByRole('navigation', { name: '页面' }).getByRole('link', { name: '项目' }).click();
  await expectThere(page, '/projects');
  await page.getByRole('button', { name: '重新加载' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
});
