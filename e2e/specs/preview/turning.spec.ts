// From one pack, and from one report of it, to another: one of them is shown at a time, always the last that was asked for.
import { join } from 'node:path';
import { expect, go, hold, pack, test, type Page } from '../../fixtures.ts';
import { requestsOf } from '../../traces.ts';
import { about, asZip, chooseFiles, chooseFolder, DATA, drop, entries, expectChoosing, expectShown, heading, mark, openPreview, PARK, TITLE } from './opened.ts';

const years = (page: Page) => page.getByRole('group', { name: '各年的报告' });
const another = (page: Page) => page.getByRole('button', { name: '换一个数据包' });

const titleOf = (year: string) => pack<{ meta: { title: string } }>(`${year}/report.json`, PARK).meta.title;

/** All that was on its way has come, and what follows from it is done. */
const settle = (page: Page) => page.waitForLoadState('networkidle');

test('of several reports one is shown, and the others by its side', async ({ page }) => {
  const index = pack<{ default: string; reports: { id: string; year: number; title: string }[] }>('index.json', PARK);
  const requests = requestsOf(page);
  await openPreview(page, '#/enterprises');
  await chooseFolder(page, PARK);
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  for (const { id, year } of [...index.reports, ...index.reports]) {
    await years(page).getByRole('button', { name: `${year}年` }).click();
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
    await expect(years(page).getByRole('button', { pressed: true })).toHaveText(`${year}年`);
    // The view stays, and there is one of everything.
    await expect(heading(page)).toHaveText('企业');
    await expect(page.locator('.masthead')).toHaveCount(1);
    const { meta } = pack<{ meta: { title: string } }>(`${id}/report.json`, PARK);
    await expect(page.locator('.masthead__title')).toHaveText(meta.title);
    const firms = pack<{ name: string }[]>(`${id}/enterprises.json`, PARK);
    await expect(page.locator('.list__row')).toHaveCount(firms.length);
  }
  // Its code is the same for all.
  expect(requests.filter((request) => /\/annual-report-app-[0-9a-f]+_bg\.wasm$/.test(request.url()))).toHaveLength(1);
  // The one that is shown answers, once.
  await go(page, '#/charts');
  await expect(heading(page)).toHaveText('增长图表');
  await expect(page.locator('.chart svg').first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(heading(page)).toHaveText('关于这份报告');
  await page.goBack();
  await expect(heading(page)).toHaveText('增长图表');
});

test('two of them are compared, and what leads to the page of the other stays in the preview', async ({ page }) => {
  await openPreview(page);
  await chooseFolder(page, PARK);
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await years(page).getByRole('link', { name: '两年对比' }).click();
  await expect(heading(page)).toHaveText('2023年与2024年对比');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '固定资产投资', exact: true }) });
  await row.getByRole('cell').first().getByRole('link').click();
  await expect(page).toHaveURL(/\/preview\.html#\/figure\/investment$/);
  await expect(years(page).getByRole('button', { pressed: true })).toHaveText('2023年');
  await expect(heading(page)).toHaveText('固定资产投资');
  await expect(page.locator('.masthead__title')).toContainText('2023年');
  await expect(mark(page)).toBeVisible();
});

/** One report stands, under the mark. */
async function expectOne(page: Page, title: string): Promise<void> {
  await expect(page.locator('.masthead__title')).toHaveText([title]);
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await expect(page.locator('main')).toHaveCount(1);
  await expect(mark(page)).toBeVisible();
}

/** No report stands, and nothing says that one does. */
async function expectNone(page: Page): Promise<void> {
  await expectChoosing(page);
  await expect(page.locator('.masthead')).toHaveCount(0);
  await expect(page.locator('main')).toHaveCount(1);
  await expect(page.locator('html')).not.toHaveAttribute('data-boot');
  await expect(page).toHaveTitle('预览 · 打开数据包');
}

/** Keeps the app back when all of it is there and it is only to begin. */
async function holdInstance(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    Object.assign(window, { release });
    const isApp = async (source: unknown) => {
      const answer = await source;
      return answer instanceof WebAssembly.Module || (answer instanceof Response && answer.url.includes('/annual-report-app-'));
    };
    for (const name of ['instantiate', 'instantiateStreaming'] as const) {
      const instantiate = WebAssembly[name] as (...all: unknown[]) => Promise<unknown>;
      const later = async (...all: unknown[]) => {
        const [made] = await Promise.all([instantiate(...all), (await isApp(all[0])) && held]);
        return made;
      };
      Object.assign(WebAssembly, { [name]: later });
    }
  });
  return () => page.evaluate(() => (window as unknown as { release: () => void }).release());
}

/** Where the app may be on its way when the reader turns elsewhere. */
const KEPT_BACK: Record<string, (page: Page) => Promise<() => void | Promise<void>>> = {
  'its code': (page) => hold(page, /\/annual-report-app-[0-9a-f]+_bg\.wasm$/),
  'its glue': (page) => hold(page, /\/annual-report-app-[0-9a-f]+\.js(\?\d+)?$/),
  'its beginning': holdInstance,
  'a chunk of it': (page) => hold(page, /\/annual-report-app-lists-[0-9a-f]+\.wasm$/),
};

for (const [what, keepBack] of Object.entries(KEPT_BACK)) {
  test.describe(`while ${what} is on the way`, () => {
    test('another year is chosen: one report stands, that of the year chosen last', async ({ page }) => {
      const release = await keepBack(page);
      await openPreview(page, '#/enterprises');
      await chooseFolder(page, PARK);
      for (const year of ['2023年', '2022年']) await years(page).getByRole('button', { name: year }).click();
      await release();
      await settle(page);
      await expectOne(page, titleOf('2022'));
      await expect(page.locator('.list__row').first()).toBeVisible();
      // And it answers.
      await years(page).getByRole('button', { name: '2024年' }).click();
      await expectOne(page, titleOf('2024'));
      await go(page, '#/charts');
      await expect(heading(page)).toHaveText('增长图表');
    });

    test('another pack is to be chosen: no report stands, and then that of the other pack', async ({ page }) => {
      const release = await keepBack(page);
      await openPreview(page, '#/enterprises');
      await chooseFolder(page, PARK);
      await another(page).click();
      await expectChoosing(page);
      await release();
      await settle(page);
      await expectNone(page);
      await chooseFolder(page, DATA);
      await expectShown(page);
      await expectOne(page, TITLE);
    });
  });
}

test('code that could not be had is asked for again with the next report, and nothing then says that it was not there', async ({ page, allowFailure }) => {
  const code = /\/annual-report-app-[0-9a-f]+_bg\.wasm$/;
  allowFailure(code);
  allowFailure(/\/preview\.js$/);
  await page.route(code, (route) => route.fulfill({ status: 503, body: '' }));
  await openPreview(page);
  await chooseFolder(page, PARK);
  const message = page.locator('#boot-error');
  await expect(message).toContainText('互动功能没有启动。');
  await page.unroute(code);
  await years(page).getByRole('button', { name: '2023年' }).click();
  await expectOne(page, pack<{ meta: { title: string } }>('2023/report.json', PARK).meta.title);
  await expect(message).toBeHidden();
});

test.describe('a pack that takes long to be read', () => {
  /** Keeps back what is in a file of this name. */
  async function holdFile(page: Page, name: string): Promise<() => Promise<void>> {
    await page.evaluate((name) => {
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      Object.assign(window, { release });
      const read = Blob.prototype.arrayBuffer;
      Blob.prototype.arrayBuffer = async function () {
        if (this instanceof File && this.name === name) await held;
        return read.call(this);
      };
    }, name);
    return () => page.evaluate(() => (window as unknown as { release: () => void }).release());
  }

  for (const [what, slow] of [
    ['and is shown', asZip(entries(PARK), 'slow.zip')],
    ['and is refused', { name: 'slow.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') }],
  ] as const) {
    test(`${what}, is no longer wanted when another was chosen since`, async ({ page }) => {
      await openPreview(page);
      const release = await holdFile(page, 'slow.zip');
      await chooseFiles(page, slow);
      await expect(page.getByRole('status').filter({ hasText: '正在读取和核对' })).toBeVisible();
      await drop(page, entries(DATA), 'quick.zip');
      await expectShown(page);
      await release();
      await settle(page);
      await expectOne(page, TITLE);
      await expect(about(page)).toContainText('quick.zip，5 个文件');
      // Read again, it is this one.
      await page.getByRole('button', { name: '重新读取' }).click();
      await expectShown(page);
      await expect(about(page)).toContainText('quick.zip，5 个文件');
    });

    test(`${what}, is no longer wanted when one is to be chosen since`, async ({ page }) => {
      await openPreview(page);
      const release = await holdFile(page, 'slow.zip');
      await chooseFiles(page, slow);
      await drop(page, entries(DATA), 'quick.zip');
      await expectShown(page);
      await another(page).click();
      await release();
      await settle(page);
      await expectNone(page);
      await expect(page.locator('main [role=alert]')).toHaveCount(0);
    });
  }
});

test('another pack begins at its own beginning', async ({ page }) => {
  await openPreview(page);
  await chooseFolder(page, PARK);
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await go(page, '#/enterprises?q=x');
  await expect(heading(page)).toHaveText('企业');
  await another(page).click();
  await expectNone(page);
  await expect(page).toHaveURL(/\/preview\.html#\/$/);
  await chooseFolder(page, DATA);
  await expectShown(page);
  await expect(page).toHaveURL(/\/preview\.html#\/$/);
  // Also one that is dropped, and one that has the report looked at, too, but opens with another.
  await go(page, '#/about');
  await drop(page, entries(join(PARK, '2022')), 'one.zip');
  await expectOne(page, titleOf('2022'));
  await expect(page).toHaveURL(/\/preview\.html#\/$/);
  await another(page).click();
  await chooseFolder(page, PARK);
  await expectOne(page, titleOf('2024'));
});
