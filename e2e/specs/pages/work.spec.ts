// 重点工作: every section of the report with everything in it, to open and to close.
import { expect, go, open, test } from '../../fixtures.ts';
import { items, points, report } from '../expected/pack.ts';
import { placeHref, placeId, pointText, sectionNumber, tag } from '../expected/written.ts';

test.beforeEach(async ({ page }) => {
  await open(page, '#/work');
  await expect(page.locator('.point')).toHaveCount(points.length);
});

test('every section, item and point of the report is there, in its order', async ({ page }) => {
  const { sections } = report;
  await expect(page.locator('.section__door')).toHaveText(sections.map(({ id, title }) => sectionNumber(id) + title));
  await expect(page.locator('.section__summary')).toHaveText(sections.map(({ summary }) => summary));
  for (const { id, items } of sections) {
    const section = page.locator(placeId(id));
    await expect(section.locator('.item__title')).toHaveText(items.map(({ title }) => title));
  }
  for (const { id, points } of items) {
    await expect(page.locator(`${placeId(id)} .point`)).toHaveText(points.map(pointText));
  }
});

test('figures are set off from the text', async ({ page }) => {
  const shown = points.flatMap(({ figures = [] }) => figures);
  await expect(page.locator('.point .figure')).toHaveText(shown.map(tag));
  const [text, number] = await Promise.all(
    ['.point__text', '.point .amount__number'].map((part) =>
      page.locator(part).first().evaluate((element) => getComputedStyle(element)).then(({ fontSize, fontWeight, color }) => ({
        size: parseFloat(fontSize), weight: Number(fontWeight), color,
      })),
    ),
  );
  expect(number.size).toBeGreaterThan(text.size);
  expect(number.weight).toBeGreaterThan(text.weight);
  expect(number.color).not.toBe(text.color);
});

test('figures, enterprises and projects of a point are links to their pages', async ({ page }) => {
  const expected = points.flatMap(({ figures = [], enterprises = [], projects = [] }) => [
    ...figures.map((id) => `#/figure/${id}`),
    ...enterprises.map((id) => `#/enterprises/${id}`),
    ...projects.map((id) => `#/projects/${id}`),
  ]);
  const links = page.locator('.point').getByRole('link');
  await expect(links).toHaveCount(expected.length);
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(expected);
});

test('a chart stands beneath the section whose figures make one', async ({ page }) => {
  // The code of charts comes when one is near; until then they stand as the page before the app had them.
  await page.locator('.chart').first().scrollIntoViewIfNeeded();
  await expect(page.locator('.still')).toHaveCount(0);
  for (const { id } of report.sections) {
    const titles = report.charts.filter((chart) => chart.section === id).map(({ title }) => title);
    const charts = page.locator(`${placeId(id)} .chart`);
    await expect(charts.locator('.chart__title')).toHaveText(titles);
    await expect(charts.locator('svg[role="img"]')).toHaveCount(titles.length);
  }
});

test('one section closes and opens, and the others stay as they are', async ({ page }) => {
  const [first, second] = report.sections.map(({ id }) => page.locator(placeId(id)));
  const door = second.getByRole('button', { expanded: true }).first();
  await door.click();
  await expect(second.locator('.item').first()).toBeHidden();
  await expect(second.locator('.section__door')).toHaveAttribute('aria-expanded', 'false');
  await expect(first.locator('.item').first()).toBeVisible();
  await second.locator('.section__door').click();
  await expect(second.locator('.item').first()).toBeVisible();
  await expect(second.locator('.section__door')).toHaveAttribute('aria-expanded', 'true');
});

test('a section that the address names can be closed as well', async ({ page }) => {
  const { id } = report.sections[2];
  await go(page, placeHref(id));
  const section = page.locator(placeId(id));
  await expect(section).toBeFocused();
  await section.locator('.section__door').click();
  await expect(section.locator('.item').first()).toBeHidden();
});

test('all sections close and open at once', async ({ page }) => {
  const closed = page.locator('.section__door[aria-expanded="false"]');
  await page.getByRole('button', { name: '全部收起' }).click();
  await expect(closed).toHaveCount(report.sections.length);
  await expect(page.locator('.item:visible')).toHaveCount(0);
  await page.getByRole('button', { name: '全部展开' }).click();
  await expect(closed).toHaveCount(0);
  await expect(page.locator('.item:visible')).toHaveCount(items.length);
});

test('a link into a closed section opens it', async ({ page }) => {
  await page.getByRole('button', { name: '全部收起' }).click();
  const { id } = report.sections[3].items[1];
  await go(page, placeHref(id));
  await expect(page.locator(placeId(id))).toBeFocused();
  await expect(page.locator(placeId(id))).toBeInViewport();
});

test.describe('the list of contents', () => {
  const entries = report.sections.map(({ id, title }) => ({ id, title, label: sectionNumber(id) + title }));

  test('leads to every section', async ({ page }) => {
    const contents = page.getByRole('navigation', { name: '目录' });
    await expect(contents.getByRole('link')).toHaveText(entries.map(({ label }) => label));
    for (const { id, title } of entries) {
      await contents.getByRole('link', { name: title }).click();
      await expect(page.locator(placeId(id))).toBeFocused();
      await expect(page.locator(`${placeId(id)} .section__door`)).toBeInViewport();
      await expect(page).toHaveURL((url) => url.hash === placeHref(id));
    }
  });

  test('follows the reading', async ({ page }) => {
    const current = page.getByRole('navigation', { name: '目录' }).locator('[aria-current]');
    for (const { id, label } of [...entries, ...entries.slice(0, -1).reverse()]) {
      await page.locator(placeId(id)).evaluate((section) => section.scrollIntoView());
      await expect(current).toHaveText([label]);
      await expect(current).toHaveAttribute('aria-current', 'location');
    }
  });

  test('leads to the same section again after the reader has gone on', async ({ page }) => {
    const { id, title } = entries[4];
    const link = page.getByRole('navigation', { name: '目录' }).getByRole('link', { name: title });
    await link.click();
    await expect(page.locator(placeId(id))).toBeFocused();
    await page.evaluate(() => scrollTo(0, 0));
    await expect(page.locator(placeId(id))).not.toBeInViewport();
    await link.click();
    await expect(page.locator(`${placeId(id)} .section__door`)).toBeInViewport();
  });
});
