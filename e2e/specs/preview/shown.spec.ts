// The page of the preview: what it shows is marked as one, leaves the browser by no way, and can be read by everybody.
import { expect, expectAccessible, expectNothingBeyond, go, open, pack, test } from '../../fixtures.ts';
import { bare, print, written } from '../../paper.ts';
import { expectNothingKept, requestsOf } from '../../traces.ts';
import { about, alert, broken, chooseFiles, chooseFolder, DATA, expectShown, heading, mark, openPreview, TITLE } from './opened.ts';

test('nothing of it leaves the browser, and nothing is kept', async ({ page, baseURL }) => {
  await openPreview(page);
  await page.waitForLoadState('networkidle');
  const requests = requestsOf(page);
  await chooseFolder(page, DATA);
  await expectShown(page);
  for (const hash of ['#/work', '#/enterprises', '#/projects', '#/charts', '#/problems', '#/search?q=产业', '#/figure/output-above-scale', '#/about', '#/']) {
    await go(page, hash);
    await expect(heading(page)).toBeVisible();
  }
  await page.waitForLoadState('networkidle');
  // The app's own code, as for any report; Chromium itself asks for the icon again whenever the address changes.
  const asked = requests.map((request) => `${request.method()} ${request.url().replace(baseURL!, '')}`);
  const others = asked.filter((request) => !/^GET (annual-report-app-[a-z0-9_-]+\.(js|wasm)|icon\.svg)$/.test(request));
  expect(others).toEqual([]);
  expect(requests.length).toBeGreaterThan(2);
  await expectNothingKept(page);
  // Loaded again, there is nothing of it.
  await page.reload();
  await expect(heading(page)).toHaveText('打开数据包（预览）');
  await expect(page).toHaveTitle('预览 · 打开数据包');
});

test.describe('marked as a preview', () => {
  test('the mark stays in sight, and what is below it is not hidden by it @phone', async ({ page }) => {
    await openPreview(page);
    await chooseFolder(page, DATA);
    await expectShown(page);
    await go(page, '#/work/2.3');
    await expect(heading(page)).toHaveText('重点工作');
    await page.evaluate(() => scrollTo(0, 3000));
    const box = (await mark(page).boundingBox())!;
    expect(box.y).toBe(0);
    await go(page, '#/work/2.5');
    const target = page.locator('#at-2\\.5');
    await expect(target).toBeInViewport();
    expect((await target.boundingBox())!.y).toBeGreaterThanOrEqual(box.height - 1);
  });

  test('on paper', async ({ page }) => {
    await openPreview(page);
    await chooseFolder(page, DATA);
    await expectShown(page);
    const paper = written(await print(page));
    expect(paper).toContain(bare('预览本机文件，没有上传，没有发布'));
    expect(paper).toContain(bare(TITLE));
    expect(paper).not.toContain('preview.html');
    await go(page, '#/work');
    await expect(heading(page)).toHaveText('重点工作');
    // Nobody has scrolled down to its charts.
    const charts = pack<{ charts: { section?: string }[] }>('2021/report.json').charts.filter(({ section }) => section);
    await expect(page.locator('.chart .picture')).toHaveCount(charts.length);
    const work = await print(page);
    expect(work.length).toBeGreaterThan(5);
    for (const { text } of work) expect(text).toContain(bare('预览：本机文件，没有发布'));
  });

  test('in the names of saved files; links and code for others are not offered', async ({ page }) => {
    await openPreview(page, '#/charts');
    await chooseFolder(page, DATA);
    await expect(page.locator('.chart svg').first()).toBeVisible();
    const chart = page.locator('.chart').first();
    await chart.locator('summary', { hasText: '下载' }).click();
    for (const name of ['数据 CSV', '图片 PNG']) {
      const [download] = await Promise.all([page.waitForEvent('download'), chart.getByRole('button', { name }).click()]);
      expect(download.suggestedFilename()).toMatch(/^预览-/);
    }
    await page.keyboard.press('Escape');
    await chart.locator('summary', { hasText: '更多' }).click();
    await expect(chart.getByRole('button', { name: '打印这张图' })).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(page.getByRole('button', { name: '嵌入' })).toHaveCount(0);
  });
});

test('by keyboard alone', async ({ page }) => {
  await openPreview(page);
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
  // The skip link leads to it.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('choose-folder');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(DATA);
  await expectShown(page);
  // What was pressed is gone; reading goes on where the pack is spoken of.
  await expect(about(page)).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('重新读取');
  await page.keyboard.press('Enter');
  await expectShown(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('换一个数据包');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('choose-files');
  expect(await page.locator('.choose__way').nth(1).evaluate((way) => getComputedStyle(way).outlineStyle)).toBe('solid');
});

for (const width of [320, 768, 1440]) {
  test(`axe finds nothing and nothing sticks out at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openPreview(page);
    await expectAccessible(page);
    await expectNothingBeyond(page, 'chooser');
    await chooseFiles(page, { name: 'park.zip', mimeType: 'application/zip', buffer: Buffer.from('x') });
    await expect(alert(page)).toBeVisible();
    await expectAccessible(page);
    await expectNothingBeyond(page, 'refused');
    await chooseFolder(page, broken());
    await expectShown(page);
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    await expectNothingBeyond(page, 'shown');
    await page.getByRole('button', { name: '高对比' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: '长辈版' }).click();
    await expectNothingBeyond(page, 'elder');
    await expect(mark(page)).toBeVisible();
  });
}

test('the page about the report leads there, and back', async ({ page }) => {
  await page.goto('./#/about');
  await page.getByRole('link', { name: '打开数据包（预览）' }).click();
  await expect(heading(page)).toHaveText('打开数据包（预览）');
  await page.getByRole('link', { name: '回到已发布的报告' }).click();
  await expect(heading(page)).toHaveText(TITLE);
  await expect(mark(page)).toHaveCount(0);
});

test('within a frame nothing leads there', async ({ page }) => {
  await open(page, '#/about?embed=1');
  await expect(heading(page)).toHaveText('关于这份报告');
  await expect(page.getByRole('link', { name: '打开数据包（预览）' })).toHaveCount(0);
});

for (const [what, file] of [
  ['glue', /\/preview-[0-9a-f]+\.js/],
  ['wasm', /\/preview-[0-9a-f]+_bg\.wasm/],
] as const) {
  test(`when its ${what} cannot be had, that is said, and 重新加载 helps`, async ({ page, allowFailure }) => {
    allowFailure(file);
    allowFailure(/\/preview(-[0-9a-f]+)?\.js$/);
    await page.route(file, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto('./preview.html');
    await expect(page.locator('#boot-error')).toContainText('互动功能没有启动。');
    await expect(page.locator('#boot-waiting')).toHaveCount(0);
    await page.unroute(file);
    await page.locator('#boot-error').getByRole('button', { name: '重新加载' }).click();
    await expect(heading(page)).toHaveText('打开数据包（预览）');
  });
}

test('search engines are told to leave it out, and its scripts are named byte for byte', async ({ page }) => {
  await openPreview(page);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  for (const tag of await page.locator('script[src], link[rel=stylesheet]').all()) {
    await expect(tag).toHaveAttribute('integrity', /^sha384-/);
  }
});
