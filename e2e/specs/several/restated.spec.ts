// What one report says of the year of another, wherever a reader comes from.
import { expect, go, hold, open, test, type Page } from '../../fixtures.ts';

const main = (page: Page) => page.locator('main');
const heading = (page: Page) => main(page).getByRole('heading', { level: 1 });
/** What a report says of the figure. */
const told = (page: Page, report: string) =>
  main(page).locator('.told > div').filter({ has: page.getByText(report, { exact: true }) });

test('the page of a figure says what later reports say of its year, and leads there', async ({ page }) => {
  await open(page, '#/figure/output', '2022.html');
  for (const later of ['2023', '2024']) {
    await expect(told(page, `${later}年的报告回头写`)).toContainText(/31.4 亿元\s*（相差\s*0.2 亿元\s*推算\s*，含预计数\s*）/);
  }
  // What they say of their own years has grown since, and is no other word on this one.
  await expect(told(page, '2023年的报告')).toContainText('34.9 亿元');
  await expect(told(page, '2023年的报告')).not.toContainText('相差');
  await told(page, '2023年的报告回头写').getByRole('link').click();
  await expect(page).toHaveURL(/\/2023\.html#\/figure\/output-2022$/);
  await expect(told(page, '2022年的报告')).toContainText(/31.2 亿元\s*（预计）\s*（相差\s*0.2 亿元/);
  // Two later reports that say one thing agree.
  await expect(told(page, '2024年的报告回头写')).toContainText(/31.4 亿元\s*（与这份报告一致）/);
  await open(page, '#/figure/output', '2023.html');
  await expect(told(page, '2024年的报告写 2022年')).toContainText('31.4 亿元');
});

test('a report that cannot be read is named beside the figure, and can be asked for again', async ({ page, allowFailure }) => {
  allowFailure(/\/data\/2022\/figures\.json$/);
  await page.route(/\/data\/2022\/figures\.json$/, (route) => route.fulfill({ status: 404 }));
  await open(page, '#/figure/exports', '2023.html');
  const alert = main(page).getByRole('alert');
  await expect(alert).toContainText('2022年的报告未能载入');
  await expect(alert).toContainText('data/2022/figures.json：找不到文件（404）');
  await expect(main(page)).toContainText('上年的报告未能读取，不知道它公布的是多少，下面只有推算数。');
  await expect(main(page).locator('.derived')).toBeVisible();
  await expect(told(page, '2024年的报告')).toBeVisible();
  await page.unroute(/\/data\/2022\/figures\.json$/);
  const release = await hold(page, /\/data\/2022\/figures\.json$/);
  await alert.getByRole('button', { name: '重试' }).press('Enter');
  // What has been said stays while it is asked for, and reading goes on from the title.
  await expect(main(page)).toContainText('2022年的报告正在读取');
  await expect(told(page, '2024年的报告')).toBeVisible();
  await expect(heading(page)).toBeFocused();
  release();
  await expect(main(page)).toContainText('上年公布的是');
  await expect(alert).toHaveCount(0);
  await expect(main(page).locator('.derived')).toHaveCount(0);
});

test('beneath a chart a report that cannot be read can be asked for again', async ({ page, allowFailure }) => {
  allowFailure(/\/data\/2022\/figures\.json$/);
  await page.route(/\/data\/2022\/figures\.json$/, (route) => route.fulfill({ status: 404 }));
  await open(page, '#/chart/base', '2023.html');
  const chart = page.locator('#chart-base');
  await expect(chart).toContainText('上年报告的数字未能读取，这里的上年是这份报告自己写的，或推算的');
  await page.unroute(/\/data\/2022\/figures\.json$/);
  await chart.getByRole('button', { name: '重试' }).click();
  await expect(chart).not.toContainText('未能读取');
  await expect(chart.locator('.picture .bar--derived')).toHaveCount(0);
  await expect(chart.getByRole('button', { name: '重试' })).toHaveCount(0);
});

test('no year before is derived while its report is on its way', async ({ page }) => {
  const release = await hold(page, /\/data\/2022\/figures\.json$/);
  await open(page, '', '2023.html');
  await go(page, '#/charts/base');
  const chart = page.locator('#chart-base');
  await expect(chart).toContainText('上年的报告正在读取');
  // Three of this year, and the one that this report itself has of the year before.
  await expect(chart.locator('.picture .bar')).toHaveCount(4);
  await expect(chart.locator('.picture .bar--derived')).toHaveCount(0);
  release();
  await expect(chart.locator('.picture .bar')).toHaveCount(6);
  await expect(chart).not.toContainText('正在读取');
  // The year before is as published as this one, and looks so.
  const colours = await chart.locator('.picture text.value').evaluateAll((texts) => texts.map((text) => getComputedStyle(text).fill));
  expect(new Set(colours).size).toBe(1);
});

test('a comparison goes on to the page of the other report as the same comparison', async ({ page }) => {
  await open(page, '#/years/2022', '2024.html');
  await page.getByRole('navigation', { name: '各年的报告' }).getByRole('link', { name: '2022年' }).click();
  await expect(page).toHaveURL(/\/2022\.html#\/years\/2024$/);
  await expect(heading(page)).toHaveText('2022年与2024年对比');
  await expect(main(page).locator('.notice')).toHaveCount(0);
  await page.getByRole('navigation', { name: '各年的报告' }).getByRole('link', { name: '2023年' }).click();
  await expect(page).toHaveURL(/\/2023\.html#\/years\/2024$/);
  // Who asks for a report against itself means another.
  await open(page, '#/years/2022', '2022.html');
  await expect(heading(page)).toHaveText('2022年与2023年对比');
  await expect(main(page).locator('.notice')).toHaveCount(0);
});
