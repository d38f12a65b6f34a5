// Two reports of a pack side by side. What is expected is worked out here from the pack's files, apart from the app.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, expectAccessible, expectNothingBeyond, open, pack, SEVERAL, test, type Page } from '../../fixtures.ts';

const EXAMPLE = fileURLToPath(new URL('../../../examples/park', import.meta.url));
const of = <T>(file: string) => pack<T>(file, EXAMPLE);
type Named = { id: string; name: string };
type Project = Named & { status: string };
type Figure = { id: string; subject: string; value: number; unit: string; qualifier?: string; earlier_of?: string };
const firms = (year: number) => of<Named[]>(`${year}/enterprises.json`);
const projects = (year: number) => of<Project[]>(`${year}/projects.json`);
const figure = (year: number, id: string) => of<Figure[]>(`${year}/figures.json`).find((figure) => figure.id === id)!;
const has = (rows: Named[], { id }: Named) => rows.some((row) => row.id === id);
const names = (rows: Named[]) => rows.map(({ name }) => name);

const main = (page: Page) => page.locator('main');
const heading = (page: Page) => main(page).getByRole('heading', { level: 1 });
const table = (page: Page, nth: number) => main(page).getByRole('table').nth(nth);
const row = (page: Page, name: string, nth = 0) =>
  table(page, nth).getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
/** The names beneath a heading of a group. */
const group = (page: Page, nth: number, name: string) =>
  table(page, nth).getByRole('rowgroup').filter({ hasText: name }).getByRole('rowheader');
const INDICATORS = 0;
const FIRMS = 2;
const PROJECTS = 3;

test('the strip of years leads there, and the report before is what it is compared with', async ({ page }) => {
  await open(page);
  await page.getByRole('navigation', { name: '各年的报告' }).getByRole('link', { name: '两年对比' }).click();
  await expect(page).toHaveURL(/#\/years$/);
  await expect(heading(page)).toHaveText('2023年与2024年对比');
  await expect(page).toHaveTitle(/^两年对比 · /);
  await open(page, '#/years', '2022.html');
  await expect(heading(page)).toHaveText('2022年与2023年对比');
});

test('indicators stand side by side as each report prints them, with what lies between', async ({ page }) => {
  await open(page, '#/years');
  for (const id of ['investment', 'exports', 'loans', 'firms', 'visits']) {
    const [then, now] = [figure(2023, id), figure(2024, id)];
    const cells = row(page, now.subject).getByRole('cell');
    await expect(cells.nth(0)).toContainText(`${then.value} ${then.unit}`);
    await expect(cells.nth(1)).toContainText(`${now.value} ${now.unit}`);
    const by = Math.round((now.value - then.value) * 10) / 10;
    await expect(cells.nth(2)).toContainText(`${by > 0 ? '增加' : '减少'} ${Math.abs(by)} ${now.unit}`);
    const isExpected = [then, now].some(({ qualifier }) => qualifier === '预计');
    if (isExpected) await expect(cells.nth(2)).toContainText('含预计数');
    else await expect(cells.nth(2)).not.toContainText('预计');
  }
  await expect(table(page, INDICATORS).getByRole('columnheader')).toHaveText(['指标', '2023年', '2024年', '变化（推算）']);
  const jobs = row(page, figure(2024, 'jobs').subject).getByRole('cell');
  await expect(jobs.nth(2)).toHaveText('有“约”，不相减');
  // Rounded to a tenth, a change is known between what and what.
  const [then, now] = [figure(2023, 'investment'), figure(2024, 'investment')];
  const share = (a: number, b: number) => Math.abs((b / a - 1) * 100);
  const low = Math.floor(share(then.value + 0.05, now.value - 0.05) * 10) / 10;
  const high = Math.ceil(share(then.value - 0.05, now.value + 0.05) * 10) / 10;
  await expect(row(page, now.subject).getByRole('cell').nth(2)).toContainText(`${low.toFixed(1)}%–${high.toFixed(1)}%`);
  // Counts are exact: 21 → 25.
  await expect(row(page, figure(2024, 'firms').subject).getByRole('cell').nth(2)).toContainText('19.0%');
});

test('what the later report says of the earlier year stands beside what that year’s own says, and replaces nothing', async ({ page }) => {
  await open(page, '#/years', '2023.html');
  const then = row(page, '规上工业产值').getByRole('cell').nth(0);
  await expect(then).toContainText(/31.2 亿元\s*（预计）/);
  await expect(then).toContainText(/2023年\s*报告回头写：\s*31.4 亿元\s*（相差\s*0.2 亿元\s*推算\s*，含预计数\s*）/);
  await then.getByRole('link', { name: '31.4 亿元' }).click();
  await expect(page).toHaveURL(/2023\.html#\/figure\/output-2022$/);
  await expect(main(page)).toContainText(/2022年的报告\s*31.2 亿元\s*（预计）\s*（相差\s*0.2 亿元\s*推算\s*，含预计数\s*）/);
  // From whichever page: 2024 looks back on 2022, too.
  await open(page, '#/years/2024', '2022.html');
  await expect(row(page, '规上工业产值').getByRole('cell').nth(0)).toContainText(/2024年\s*报告回头写：\s*31.4 亿元/);
});

test('enterprises are new, continued or no longer named', async ({ page }) => {
  await open(page, '#/years');
  const [then, now] = [firms(2023), firms(2024)];
  await expect(group(page, FIRMS, '2024年新点到的')).toHaveText(names(now.filter((firm) => !has(then, firm))));
  await expect(group(page, FIRMS, '两年都点到的')).toHaveText(names(now.filter((firm) => has(then, firm))));
  await expect(group(page, FIRMS, '2024年没有再点到的')).toHaveText(names(then.filter((firm) => !has(now, firm))));
  expect(now.some((firm) => !has(then, firm)) && then.some((firm) => !has(now, firm))).toBe(true);
});

test('projects are told by how far they have moved', async ({ page }) => {
  await open(page, '#/years', '2023.html');
  const [then, now] = [projects(2022), projects(2023)];
  const steps = ['意向', '签约', '前期', '开工', '推进', '投用'];
  const moved = (wanted: (from: number, to: number) => boolean) =>
    names(
      now.filter((project) => {
        const before = then.find(({ id }) => id === project.id);
        return before && wanted(steps.indexOf(before.status), steps.indexOf(project.status));
      }),
    );
  await expect(group(page, PROJECTS, '投用了的')).toHaveText(moved((from, to) => to === 5 && from < 5));
  await expect(group(page, PROJECTS, '往前走了的')).toHaveText(moved((from, to) => to < 5 && from < to));
  await expect(group(page, PROJECTS, '还在原来一步的')).toHaveText(moved((from, to) => from === to));
  await expect(group(page, PROJECTS, '2023年新点到的')).toHaveText(names(now.filter((project) => !has(then, project))));
});

test('what became of problems and plans is what the next report says, and where it says nothing, that', async ({ page }) => {
  await open(page, '#/years', '2023.html');
  const problem = (name: string) => main(page).locator('.problem').filter({ hasText: name });
  await expect(problem('用地不足')).toContainText(/2023年\s*仍是问题：\s*用地不足/);
  await expect(problem('用地不足')).toContainText('整合零散地块');
  await expect(problem('招工难')).toContainText('2023年的报告没有标明结果。');
  await expect(main(page).locator('.told > div').filter({ hasText: '装备制造' })).toContainText('技改与增长');
  await open(page, '#/years');
  await expect(problem('融资渠道少')).toContainText('服务与融资');
});

test('any two can be compared, from either page; years apart tell nothing of plans', async ({ page }) => {
  await open(page, '#/years');
  await page.getByRole('navigation', { name: '与哪一年比' }).getByRole('link', { name: '2022年' }).click();
  await expect(page).toHaveURL(/#\/years\/2022$/);
  await expect(heading(page)).toHaveText('2022年与2024年对比');
  await expect(main(page)).toContainText('两份报告不是前后两年的');
  await expect(main(page).locator('.told')).toHaveCount(0);
  await page.goBack();
  await expect(heading(page)).toHaveText('2023年与2024年对比');
  await open(page, '#/years/2024', '2022.html');
  await expect(heading(page)).toHaveText('2022年与2024年对比');
  await open(page, '#/years/1999');
  await expect(main(page)).toContainText('没有名为“1999”的另一份报告');
  await expect(heading(page)).toHaveText('2023年与2024年对比');
});

test('what is compared leads to the page of its own year', async ({ page }) => {
  await open(page, '#/years');
  await row(page, '固定资产投资').getByRole('cell').nth(0).getByRole('link').click();
  await expect(page).toHaveURL(/\/2023\.html#\/figure\/investment$/);
  await expect(heading(page)).toHaveText('固定资产投资');
  await page.goBack();
  await expect(heading(page)).toHaveText('2023年与2024年对比');
  await row(page, '固定资产投资').getByRole('cell').nth(1).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/park\/2021\/#\/figure\/investment$/);
});

test('a file of the other year that is missing is named, and can be asked for again', async ({ page, allowFailure }) => {
  allowFailure(/\/data\/2023\/projects\.json$/);
  await page.route(/\/data\/2023\/projects\.json$/, (route) => route.fulfill({ status: 404 }));
  await open(page, '#/years');
  const alert = main(page).getByRole('alert');
  await expect(alert).toContainText('2023年的报告未能载入');
  await expect(alert).toContainText('data/2023/projects.json：找不到文件（404）');
  await page.unroute(/\/data\/2023\/projects\.json$/);
  await alert.getByRole('button', { name: '重试' }).click();
  await expect(row(page, '固定资产投资')).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test('a published year before wins over a derived one, in the chart and beside the figure', async ({ page }) => {
  await open(page, '#/charts/base', '2023.html');
  const chart = page.locator('#chart-base');
  await expect(chart.locator('.picture .bar')).toHaveCount(6);
  await expect(chart.locator('.picture .bar--derived')).toHaveCount(0);
  await expect(chart).toContainText('2022年公布');
  await open(page, '#/figure/output', '2023.html');
  await expect(main(page)).toContainText('上年公布的是 31.4 亿元');
  await expect(main(page).locator('.derived')).toHaveCount(0);
  // Of the first year there is none before: it is derived.
  await open(page, '#/figure/output', '2022.html');
  await expect(main(page).locator('.derived')).toBeVisible();
  await open(page, '#/charts/base', '2022.html');
  await expect(chart.locator('.picture .bar--derived')).toHaveCount(3);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  // What is loaded ahead stays unused, and the browser says so.
  test.beforeEach(({ allowFailure }) => allowFailure(/\/annual-report-app-|\/park\/2021\//));

  test('a report and the one before it can be compared', async ({ page }) => {
    await page.goto('./2023.html');
    await page.getByRole('link', { name: '两年对比' }).first().click();
    const still = page.locator('[data-page=years]');
    await expect(still.getByRole('heading', { level: 1, includeHidden: true }).or(still.locator('h1, h2').first()).first()).toContainText('2022年与2023年对比');
    await still.getByRole('link', { name: /^31.2 亿元\s*（预计）$/ }).click();
    await expect(page).toHaveURL(/\/2022\.html#\/figure\/output$/);
    await expect(page.getByText('31.2').first()).toBeVisible();
  });

  test('another year to compare with is not offered: this page has none', async ({ page }) => {
    await page.goto('./2024.html#/years');
    await expect(page.getByRole('heading', { name: '2023年与2024年对比' })).toBeVisible();
    await expect(page.getByText('与哪一年比')).toBeHidden();
  });
});

test('where the app cannot start, no other year is offered, and who asked for one is told', async ({ page, allowFailure }) => {
  allowFailure(/_bg\.wasm$|\/annual-report-app-|\/boot\.js$/);
  await page.route(/_bg\.wasm$/, (route) => route.fulfill({ status: 503 }));
  for (const [hash, isOther] of [['#/years', false], ['#/years/2023', false], ['#/years/2022', true]] as const) {
    await page.goto('about:blank');
    await page.goto(`./2024.html${hash}`);
    await expect(page.locator('#boot-error')).toBeVisible();
    await expect(page.getByText('与哪一年比')).toBeHidden();
    await expect(page.locator('#boot-asked')).toBeVisible({ visible: isOther });
  }
});

test.describe('one file a year', () => {
  const file = readdirSync(SEVERAL).find((name) => /^[a-z]+-2023\.html$/.test(name)) ?? '';
  test.use({ baseURL: pathToFileURL(SEVERAL).href });

  test('compares without a network, and leads to the other file', async ({ page, context }) => {
    await context.setOffline(true);
    await page.goto(pathToFileURL(join(SEVERAL, file)).href + '#/years');
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
    await expect(heading(page)).toHaveText('2022年与2023年对比');
    await row(page, '固定资产投资').getByRole('cell').nth(0).getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/${file.replace('2023.html', '2022\\.html')}#/figure/investment$`));
    await expect(heading(page)).toHaveText('固定资产投资');
  });
});

for (const width of [320, 600, 768, 1440]) {
  test(`axe finds nothing in a comparison, and nothing sticks out at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const hash of ['#/years', '#/years?mode=elder', '#/years?contrast=high', '#/years/2022?embed=1']) {
      await open(page, hash);
      await expect(row(page, '规上工业产值')).toBeVisible();
      await expectAccessible(page);
      await expectNothingBeyond(page, hash);
    }
    for (const hash of ['#/years?mode=elder&size=3', '#/work?mode=elder&size=2', '#/years?size=3', '#/figure/output?mode=elder&size=3']) {
      await open(page, hash);
      await expectNothingBeyond(page, hash);
    }
  });
}
