// The whole report in one file, opened from a disk with the network off: what works on a server works here.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseCsv } from '../csv.ts';
import { save } from '../downloads.ts';
import { DIST, expect, test, type Page } from '../fixtures.ts';
import { box, names } from '../list.ts';
import { ENTERPRISE_HEAD, enterpriseLine } from './expected/files.ts';
import { enterprises, figure, report } from './expected/pack.ts';
import { enterprisesOf, growthOf } from './expected/selection.ts';

const pages = readdirSync(DIST).filter((name) => name.endsWith('.html') && !['index.html', 'preview.html'].includes(name));
const FILE = pathToFileURL(join(DIST, pages[0] ?? 'none: run cargo xtask bundle')).href;

// What counts as another origin is then everything that is neither a file nor in the page.
test.use({ baseURL: FILE });

test.beforeEach(async ({ context, page, watched }) => {
  await context.setOffline(true);
  page.on('request', (request) => {
    const [url] = request.url().split('#');
    if (url.startsWith('file:') && url !== FILE) watched.problems.push(`another file: ${url}`);
  });
});

async function openFile(page: Page, hash = ''): Promise<void> {
  await page.goto(FILE + hash);
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
}

test('there is one such file, named after publisher and report', () => {
  expect(pages).toEqual([expect.stringMatching(/^[a-z0-9-]+-2021\.html$/)]);
});

test('the file opens, and every view of it @phone', async ({ page }) => {
  await openFile(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(report.meta.title);
  // Nobody else can frame a file on the reader's machine.
  await expect(page.getByRole('button', { name: '嵌入' })).toHaveCount(0);
  for (const [entry, seen] of [
    ['重点工作', '.section'],
    ['企业', '.list__row'],
    ['项目', '.list__row'],
    ['增长图表', '.chart svg'],
    ['问题与打算', '.problem'],
  ]) {
    await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: entry }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(entry);
    await expect(page.locator(seen).first()).toBeVisible();
  }
  await expect(page.getByRole('alert')).toHaveCount(0);
  // Nor is there a page beside it that opens other packs.
  await page.getByRole('link', { name: '关于' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('关于这份报告');
  await expect(page.getByRole('link', { name: '打开数据包' })).toHaveCount(0);
});

test('search and facets narrow the list, and what is found is a CSV file', async ({ page }) => {
  await openFile(page, '#/enterprises');
  await expect(names(page)).toHaveCount(enterprises.length);
  await box(page).pressSequentially('丝绸');
  await page.getByRole('checkbox', { name: /^研发平台/ }).check();
  const found = enterprisesOf({ q: '丝绸', tag: '研发平台' });
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(enterprisesOf({ q: '丝绸' }).length);
  await expect(names(page)).toHaveText(found.map(({ name }) => name));

  const saved = await save(page, '当前筛选', 'CSV');
  expect(saved.name).toBe(`${report.meta.year}年企业（筛选）.csv`);
  expect(parseCsv(saved.text)).toEqual([
    ENTERPRISE_HEAD,
    ...found.map((row) => enterpriseLine(row, growthOf(row, '产值增长'), growthOf(row, '出口增长'))),
  ]);
});

test('a chart is drawn, and saved as a picture', async ({ page }) => {
  await openFile(page, '#/charts');
  await expect(page.locator('.chart')).toHaveCount(report.charts.length);
  const chart = page.locator('.chart').first();
  await expect(chart.locator('svg .bar').first()).toBeVisible();
  await chart.locator('summary').filter({ hasText: '下载' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), chart.getByRole('button', { name: 'PNG' }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.png$/);
  expect((await readFile(await download.path())).subarray(1, 4).toString()).toBe('PNG');
});

test('links lead on, back leads back, and an address opens directly', async ({ page }) => {
  await openFile(page, '#/enterprises');
  await names(page).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(enterprises[0].name);
  await page.goBack();
  await expect(names(page)).toHaveCount(enterprises.length);
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(enterprises[0].name);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(enterprises[0].name);
  expect(page.url().split('#')[0]).toBe(FILE);
});

test('the whole report is searched, by letters too, and a figure is quoted without an address that nobody else has', async ({ page }) => {
  await openFile(page, '#/search');
  await page.getByRole('searchbox', { name: '搜索全文' }).pressSequentially('gytz');
  const shown = figure('industrial-investment');
  await page.getByRole('region', { name: /^数字 / }).getByRole('link', { name: shown.subject, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(shown.subject);
  await expect(page.getByRole('textbox', { name: '引文' })).toHaveValue(/印发。$/);
});
