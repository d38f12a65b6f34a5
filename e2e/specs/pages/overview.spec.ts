// 概览: what the year came to, at a glance.
import { expect, open, test } from '../../fixtures.ts';
import { enterprises, figure, figures, items, projects, report } from '../expected/pack.ts';
import { amount, change, date, inLine, note, placeHref, placeName, tag } from '../expected/written.ts';

test.beforeEach(async ({ page }) => {
  await open(page);
});

/** A headline figure's card, all its parts run together. */
function card(id: string): string {
  const level = figure(id);
  const changes = figures
    .filter(({ growth_of }) => growth_of === id)
    .map((growth) => `${change(growth)?.arrow} ${change(growth)?.verb} ${inLine(growth)}`);
  const shares = figures.filter(({ share_of }) => share_of === id).map((share) => `${share.subject} ${inLine(share)}`);
  return [level.subject, amount(level), note(level), ...changes, ...shares, placeName(level.section)].join('');
}

test('the head names the report, who it is about, who issued it and when', async ({ page }) => {
  const { title, organisation, issuer, printed_on } = report.meta;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByText(organisation, { exact: true })).toBeVisible();
  await expect(page.locator('.hero__imprint')).toHaveText(`${issuer}，${date(printed_on)}印发`);
});

test('every headline figure has a card with number, unit, certainty, growth and place', async ({ page }) => {
  await expect(page.locator('.card')).toHaveText(report.headline.map(card));
  await expect(page.locator('.card .badge--note')).toHaveText(report.headline.map(figure).map(note).filter(Boolean));
});

test('a card leads to its figures, and to where the report says it', async ({ page }) => {
  const places = report.headline.map((id) => figure(id).section);
  for (const [nth, place] of places.entries()) {
    await expect(page.locator('.card').nth(nth).locator('.place')).toHaveAttribute('href', placeHref(place));
    const ways = page.locator('.card').nth(nth).locator('a.figure');
    const id = report.headline[nth];
    const about = figures.filter(({ growth_of, share_of }) => growth_of === id || share_of === id);
    const leading = await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href')).sort());
    expect(leading).toEqual([id, ...about.map((figure) => figure.id)].map((id) => `#/figure/${id}`).sort());
  }
  await page.locator('.card').first().locator('.place').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('重点工作');
});

test('what the year achieved stands with its figures and its place', async ({ page }) => {
  const expected = report.highlights.map(({ text, figures = [], section }) =>
    [text, ...figures.map(tag), placeName(section)].join(''),
  );
  await expect(page.locator('.highlight')).toHaveText(expected);
});

test('the growth chart stands among the indicators, and leads to all charts', async ({ page }) => {
  const growth = report.charts.find(({ kind }) => kind === 'growth')!;
  const drawn = page.locator('.chart');
  await expect(drawn).toHaveCount(1);
  await expect(drawn.getByRole('heading')).toHaveText(growth.title);
  await expect(drawn.locator('.picture .bar')).toHaveCount(growth.figures!.length);
  await page.getByRole('link', { name: '全部增长图表' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('增长图表');
});

test('the ways on tell how much there is to find', async ({ page }) => {
  const areas = report.sections.filter(({ id }) => id.startsWith('2.')).length;
  await expect(page.locator('.way')).toHaveText([
    `重点工作${areas} 个方面，${items.length} 条`,
    `企业${enterprises.length} 家企业和机构，可搜索、筛选`,
    `项目${projects.length} 个项目，按进度排列`,
    `问题与打算${report.problems.length} 个问题，对照 ${report.plan.year} 年打算`,
  ]);
});

test('the foot says what the report is and how to read its marks', async ({ page }) => {
  const foot = page.getByRole('contentinfo');
  await expect(foot).toContainText(`《${report.meta.title}》`);
  await expect(foot).toContainText(date(report.meta.printed_on));
  await expect(foot.getByRole('term')).toHaveText(['预计', '推算', '近、余、约、以上', '已列名 / 共']);
});
