// What a reader asks of a chart: growth or level, the order, fewer indicators, a table. All of it stands in the address.
import { expect, go, open, test, type Page } from '../../fixtures.ts';
import { largestFirst, lines } from '../expected/charts.ts';
import { chart, figure, figures, report, type Chart } from '../expected/pack.ts';

const growth = chart('growth');
const base = chart('base');
const at = (page: Page, { id }: Chart) => page.locator(`#chart-${id}`);
const labels = async (page: Page, of: Chart) => (await at(page, of).locator('.picture .label').allTextContents()).join('');
const expectHash = (page: Page, hash: string) => expect(page).toHaveURL((url) => decodeURIComponent(url.hash) === hash);
const level = (id: string) => figure(figure(id).growth_of!);

async function choices(page: Page, of: Chart) {
  const menu = at(page, of).locator('.menu').filter({ has: page.getByText('选项', { exact: true }) });
  if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
  return menu;
}

test('growths stand largest first, and as the report has them if the reader asks', async ({ page }) => {
  await open(page, '#/charts');
  const sorted = lines(growth).map(({ label }) => label);
  const asWritten = growth.figures.map((id) => level(id).subject);
  expect(sorted, 'the pack tells the two orders apart').not.toEqual(asWritten);
  await expect.poll(() => labels(page, growth)).toBe(sorted.join(''));
  const menu = await choices(page, growth);
  await menu.getByRole('radio', { name: '报告顺序' }).check();
  await expect.poll(() => labels(page, growth)).toBe(asWritten.join(''));
  await expectHash(page, '#/charts/growth?sort=report');
  await menu.getByRole('radio', { name: '从大到小' }).check();
  await expectHash(page, '#/charts/growth');
  await expect.poll(() => labels(page, growth)).toBe(sorted.join(''));
});

test('growth turns into level and back, and the title’s claim is put right', async ({ page }) => {
  await open(page, '#/charts');
  const menu = await choices(page, growth);
  await menu.getByRole('radio', { name: '绝对值' }).check();
  await expectHash(page, '#/charts/growth?as=level');
  const values = at(page, growth).locator('.picture .value:not(.value--other)');
  await expect(values).toHaveText(lines({ ...base, figures: growthOrder().map((id) => level(id).id) }).map(({ bar }) => bar.label));
  await expect(at(page, growth).locator('.chart__notes')).toContainText('标题说的是同比增速；这里显示绝对值。');
  await menu.getByRole('radio', { name: '同比增速' }).check();
  await expectHash(page, '#/charts/growth');
  await expect(at(page, growth).locator('.chart__notes')).not.toContainText('标题说的是');
  await page.keyboard.press('Escape');

  await (await choices(page, base)).getByRole('radio', { name: '同比增速' }).check();
  await expectHash(page, '#/charts/base?as=growth');
  const grown = base.figures.map((id) => figures.find((other) => other.growth_of === id && other.kind === 'growth')!.id);
  await expect(at(page, base).locator('.picture .value')).toHaveText(lines({ ...base, kind: 'levels', figures: grown }).map(({ bar }) => bar.label));
});

/** A level asked of growths keeps the order in which levels stand: largest first, as was asked of the growths. */
const growthOrder = (): string[] => {
  const byLevel = largestFirst(growth.figures.map(level));
  return byLevel.map(({ id }) => growth.figures.find((own) => level(own).id === id)!);
};

test('indicators are picked and let go, all but the last', async ({ page }) => {
  await open(page, '#/charts');
  const menu = await choices(page, growth);
  const [first, second, third] = growth.figures;
  const boxOf = (id: string) => menu.getByRole('checkbox', { name: level(id).subject, exact: true });
  await expect(menu.getByRole('checkbox', { checked: true })).toHaveCount(growth.figures.length);
  await boxOf(second).uncheck();
  await expectHash(page, `#/charts/growth?pick=${[first, third].sort().join(',')}`);
  await expect(at(page, growth).locator('.picture .bar')).toHaveCount(2);
  await expect(at(page, growth).locator('.chart__notes')).toContainText('标题说的是全部 3 项；这里只显示所选的 2 项。');
  await boxOf(third).uncheck();
  await expect(boxOf(first)).toBeDisabled();
  await boxOf(second).check();
  await boxOf(third).check();
  await expectHash(page, '#/charts/growth');
  await expect(at(page, growth).locator('.picture .bar')).toHaveCount(3);
});

test('an address opens the chart as it was asked for, and back undoes each step', async ({ page }) => {
  await open(page, `#/chart/growth?as=level&sort=report&pick=${growth.figures[0]}&view=table`);
  await expect(page.locator('.chart')).toHaveCount(1);
  await expect(at(page, growth).getByRole('rowheader')).toHaveText([level(growth.figures[0]).subject]);
  await at(page, growth).getByRole('button', { name: '表格' }).click();
  await expectHash(page, `#/chart/growth?as=level&sort=report&pick=${growth.figures[0]}`);
  await expect(at(page, growth).locator('.picture svg')).toBeVisible();
  await page.goBack();
  await expect(at(page, growth).getByRole('table')).toBeVisible();
});

test('what an address asks and the chart does not have is passed over, and said', async ({ page }) => {
  await open(page, '#/chart/growth?sort=colour');
  await expect(page.locator('main > .notice')).toContainText('colour');
  await go(page, '#/chart/growth?pick=nothing-of-the-kind');
  await expect(at(page, growth).locator('.notice')).toContainText('nothing-of-the-kind');
  await expect(at(page, growth).locator('.picture .bar')).toHaveCount(growth.figures.length);
  await at(page, growth).getByRole('button', { name: '知道了' }).click();
  await expectHash(page, '#/chart/growth');
  await expect(at(page, growth).locator('.notice')).toHaveCount(0);
});

test('a choice changes one chart and leaves the others and the page where they are', async ({ page }) => {
  await open(page, '#/charts');
  const before = await labels(page, base);
  const menu = await choices(page, growth);
  const radio = menu.getByRole('radio', { name: '报告顺序' });
  await radio.check();
  await expect(radio).toBeFocused();
  const y = await page.evaluate(() => scrollY);
  await menu.getByRole('radio', { name: '绝对值' }).check();
  expect(await page.evaluate(() => scrollY)).toBe(y);
  expect(await labels(page, base)).toBe(before);
});

test('only what makes sense can be asked', async ({ page }) => {
  await open(page, '#/charts');
  const offered = async (of: Chart) => {
    const all = at(page, of).locator('.menu').filter({ has: page.getByText('选项', { exact: true }) });
    if ((await all.count()) === 0) return [];
    // What a menu holds is made when it is opened.
    await all.locator('summary').click();
    const legends = await all.locator('legend').allTextContents();
    await page.keyboard.press('Escape');
    return legends;
  };
  for (const of of report.charts) {
    const units = new Set((of.figures ?? []).map((id) => figure(id).unit));
    const levels = of.kind === 'growth' && (of.figures ?? []).every((id) => figure(id).growth_of);
    const bars = ['growth', 'base', 'levels', 'share'].includes(of.kind);
    const expected = [
      ...(levels || of.kind === 'base' ? ['显示'] : []),
      ...(bars && (of.figures ?? []).length > 1 && units.size === 1 ? ['排序'] : []),
      ...(bars && (of.figures ?? []).length > 2 ? ['指标'] : []),
    ];
    expect(await offered(of), of.id).toEqual(expected);
  }
});
