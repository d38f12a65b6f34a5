// Charts over the years: a pack with several reports gives lines, and a year that fails is named and breaks nothing.
import { expect, open, pack, test, type Page } from '../fixtures.ts';
import { figure, report, type Chart, type Figure } from './expected/pack.ts';
import { inLine } from './expected/written.ts';

const FIGURES = ['output-above-scale', 'fixed-investment'];
const SERIES: Chart = { id: 'years', title: '两项指标逐年增长', kind: 'series', figures: FIGURES };
const picture = (page: Page) => page.locator('#chart-years .picture');

/** The pack with a chart over the years, and with these reports besides the one of 2021. */
async function withYears(page: Page, years: Record<number, Figure[] | 'missing'>): Promise<void> {
  const json = (content: unknown) => ({ contentType: 'application/json', body: JSON.stringify(content) });
  const index = pack<{ reports: object[] }>('index.json');
  const others = Object.keys(years).map((year) => ({ id: year, year: Number(year), title: `${year}年工作总结` }));
  await page.route(/\/data\/index\.json$/, (route) => route.fulfill(json({ ...index, reports: [...index.reports, ...others] })));
  const charts = [...report.charts, SERIES];
  await page.route(/\/data\/2021\/report\.json$/, (route) => route.fulfill(json({ ...report, charts })));
  for (const [year, figures] of Object.entries(years)) {
    const answer = figures === 'missing' ? { status: 404, body: '404' } : json(figures);
    await page.route(new RegExp(`/data/${year}/figures\\.json$`), (route) => route.fulfill(answer));
  }
}

/** The two figures as another year's report might have stated them. */
function stated(values: number[]): Figure[] {
  return FIGURES.map((id, nth) => {
    const { qualifier, ...rest } = figure(id);
    return { ...rest, value: values[nth], printed: `${values[nth]}${rest.unit}` };
  });
}

test('with one report a chart over the years says why there is none', async ({ page }) => {
  await withYears(page, {});
  await open(page, '#/charts/years');
  await expect(page.locator('#chart-years .nothing')).toContainText('一年');
});

test('several reports give a line a figure, a gap where a year is missing, and a table of years', async ({ page }) => {
  await withYears(page, { 2018: stated([31.5, 11.2]), 2019: stated([36.1, 12.9]) });
  await open(page, '#/charts/years');
  await expect(picture(page).locator('.point')).toHaveCount(6);
  // From 2019 to 2021 leads no line.
  await expect(picture(page).locator('.trend')).toHaveCount(2);
  await expect(picture(page).locator('.tick')).toContainText(['2018年', '2019年', '2020年', '2021年'].reverse());
  const legend = page.locator('#chart-years').getByRole('list', { name: '图例' }).getByRole('listitem');
  await expect(legend).toHaveText([...FIGURES.map((id) => figure(id).subject), '预计']);
  await expect(picture(page).locator('.point--expected')).toHaveCount(2);

  await picture(page).focus();
  for (const label of ['31.5 亿元', '36.1 亿元', inLine(figure(FIGURES[0]))]) {
    await page.keyboard.press('ArrowRight');
    await expect(picture(page).locator('.tip')).toContainText(label);
    await expect(picture(page).locator('.point.active')).toHaveCount(1);
  }
  await page.locator('#chart-years').getByRole('button', { name: '表格' }).click();
  await expect(page.locator('#chart-years').getByRole('rowheader')).toHaveText(['2018年', '2019年', '2021年']);
});

test('a point is found where it is, across and down', async ({ page }) => {
  await withYears(page, { 2019: stated([36.1, 12.9]), 2020: stated([43.5, 15.9]) });
  await open(page, '#/charts/years');
  const points = picture(page).locator('.point');
  const labels = ['36.1 亿元', '43.5 亿元', inLine(figure(FIGURES[0])), '12.9 亿元', '15.9 亿元', inLine(figure(FIGURES[1]))];
  for (const [nth, label] of labels.entries()) {
    // From elsewhere: a tip may lie upon the next point, and stays while the pointer is on it.
    await page.mouse.move(0, 0);
    await points.nth(nth).hover({ force: true });
    await expect(picture(page).locator('.tip')).toContainText(label);
  }
});

test('a year that fails is named in the notes, and the others are drawn', async ({ page, allowFailure }) => {
  allowFailure(/\/data\/2019\/figures\.json$/);
  await withYears(page, { 2019: 'missing', 2020: stated([43.5, 15.9]) });
  await open(page, '#/charts/years');
  await expect(picture(page).locator('.point')).toHaveCount(4);
  await expect(page.locator('#chart-years .chart__notes')).toContainText('2019年');
  await expect(page.locator('#chart-years .chart__notes')).toContainText('404');
  await expect(page.locator('.chart')).toHaveCount(report.charts.length + 1);
});

test('with one report there is nothing to compare, which is said', async ({ page }) => {
  await open(page, '#/years');
  await expect(page.locator('main')).toContainText('只有一年的报告，还没有可以对比的。');
  await expect(page.getByRole('link', { name: '两年对比' })).toHaveCount(0);
});

test('figures of other years are loaded only where a chart needs them', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await withYears(page, { 2020: stated([43.5, 15.9]) });
  await open(page, '#/');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('/data/2020/'))).toEqual([]);
  await open(page, '#/charts/years');
  await expect(picture(page).locator('.point')).toHaveCount(4);
  expect(asked.filter((url) => url.includes('/data/2020/'))).toHaveLength(1);
});
