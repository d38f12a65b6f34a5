// From one pack, and from one report of it, to another: one of them is shown at a time, always the last that was asked for.
import { expect, go, pack, test } from '../../fixtures.ts';
import { chooseFolder, heading, mark, openPreview, PARK } from './opened.ts';

test('of several reports one is shown, and the others by its side', async ({ page }) => {
  const index = pack<{ default: string; reports: { id: string; year: number; title: string }[] }>('index.json', PARK);
  await openPreview(page, '#/enterprises');
  await chooseFolder(page, PARK);
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  const years = page.getByRole('group', { name: '各年的报告' });
  for (const { id, year } of [...index.reports, ...index.reports]) {
    await years.getByRole('button', { name: `${year}年` }).click();
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
    await expect(years.getByRole('button', { pressed: true })).toHaveText(`${year}年`);
    // The view stays, and there is one of everything.
    await expect(heading(page)).toHaveText('企业');
    await expect(page.locator('.masthead')).toHaveCount(1);
    const { meta } = pack<{ meta: { title: string } }>(`${id}/report.json`, PARK);
    await expect(page.locator('.masthead__title')).toHaveText(meta.title);
    const firms = pack<{ name: string }[]>(`${id}/enterprises.json`, PARK);
    await expect(page.locator('.list__row').first()).toBeVisible();
    expect(firms.length).toBeGreaterThan(0);
  }
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
  const years = page.getByRole('group', { name: '各年的报告' });
  await years.getByRole('link', { name: '两年对比' }).click();
  await expect(heading(page)).toHaveText('2023年与2024年对比');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '固定资产投资', exact: true }) });
  await row.getByRole('cell').first().getByRole('link').click();
  await expect(page).toHaveURL(/\/preview\.html#\/figure\/investment$/);
  await expect(years.getByRole('button', { pressed: true })).toHaveText('2023年');
  await expect(heading(page)).toHaveText('固定资产投资');
  await expect(page.locator('.masthead__title')).toContainText('2023年');
  await expect(mark(page)).toBeVisible();
});
