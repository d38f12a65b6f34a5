// Back and forward do what a reader expects of them.
import { expect, go, open, test, type Page } from '../fixtures.ts';
import { names, rows } from '../list.ts';
import { chart, enterprises, report } from './expected/pack.ts';
import { hash, ofEnterprises, TOTAL } from './expected/selection.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const nav = (page: Page, name: string) => page.getByRole('navigation', { name: '页面' }).getByRole('link', { name, exact: true });
const steps = (page: Page) => page.evaluate(() => history.length);
const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));
const expectHash = (page: Page, hash: string) => expect(page).toHaveURL((url) => decodeURIComponent(url.hash) === hash);

test('back and forward go from page to page', async ({ page }) => {
  await open(page);
  const pages = ['重点工作', '企业', '项目', '增长图表', '问题与打算'];
  for (const name of pages) {
    await nav(page, name).click();
    await expect(heading(page)).toHaveText(name);
  }
  for (const name of [...pages.slice(0, -1).reverse(), report.meta.title]) {
    await page.goBack();
    await expect(heading(page)).toHaveText(name);
  }
  for (const name of pages) {
    await page.goForward();
    await expect(heading(page)).toHaveText(name);
  }
});

test('a search is one step, however many letters it has', async ({ page }) => {
  await open(page, '#/enterprises');
  const before = await steps(page);
  const search = page.getByRole('searchbox');
  await search.pressSequentially('slbx');
  await expectHash(page, '#/enterprises?q=slbx');
  expect(await steps(page)).toBe(before + 1);
  await page.goBack();
  await expectHash(page, '#/enterprises');
  await expect(search).toHaveValue('');
  await expect(rows(page)).toHaveCount(TOTAL.enterprises);
  await page.goForward();
  await expect(search).toHaveValue('slbx');
  await expect(names(page)).toHaveText(ofEnterprises({ q: 'slbx' }).names);
});

test('a search begun anew after leaving the box is a step of its own', async ({ page }) => {
  await open(page, '#/enterprises');
  const before = await steps(page);
  const search = page.getByRole('searchbox');
  await search.pressSequentially('丝绸');
  await search.blur();
  await expectHash(page, '#/enterprises?q=丝绸');
  await search.press('End');
  await search.pressSequentially(' 参观点');
  await expectHash(page, '#/enterprises?q=丝绸 参观点');
  expect(await steps(page)).toBe(before + 2);
  await page.goBack();
  await expect(search).toHaveValue('丝绸');
});

test('what was typed stands in the address once the reader pauses, or at once when he leaves the box', async ({ page }) => {
  await open(page, '#/enterprises');
  const search = page.getByRole('searchbox');
  await search.pressSequentially('shuanghe');
  await expectHash(page, '#/enterprises?q=shuanghe');
  await search.pressSequentially('si');
  await search.press('Tab');
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#/enterprises?q=shuanghesi');
  await page.reload();
  await expect(search).toHaveValue('shuanghesi');
});

test('a click right after typing keeps what was typed, in two steps', async ({ page }) => {
  await open(page, '#/enterprises');
  const before = await steps(page);
  await page.getByRole('searchbox').pressSequentially('丝绸');
  await page.getByRole('checkbox', { name: /^研发平台/ }).check();
  await expectHash(page, '#/enterprises?q=丝绸&tag=研发平台');
  expect(await steps(page)).toBe(before + 2);
  await page.goBack();
  await expectHash(page, '#/enterprises?q=丝绸');
  await expect(names(page)).toHaveText(ofEnterprises({ q: '丝绸' }).names);
});

test('a row opened right after typing is come back from to what was typed', async ({ page }) => {
  await open(page, '#/enterprises');
  await page.getByRole('searchbox').pressSequentially('双河丝绸');
  await names(page).first().click();
  await expect(heading(page)).toHaveText('双河丝绸');
  await page.goBack();
  await expectHash(page, '#/enterprises?q=双河丝绸');
  await expect(page.getByRole('searchbox')).toHaveValue('双河丝绸');
  await expect(names(page)).toHaveText(ofEnterprises({ q: '双河丝绸' }).names);
});

test('back lets go of a facet, and forward picks it again', async ({ page }) => {
  await open(page, '#/enterprises');
  const [first, second] = ['丝绸纺织', '食品饲料'].map((name) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) }));
  await first.check();
  await expectHash(page, '#/enterprises?industry=丝绸纺织');
  await second.check();
  const both = ofEnterprises({ industry: ['丝绸纺织', '食品饲料'] }).names;
  await expect(names(page)).toHaveText(both);
  // The address is written once the rows are there.
  await expectHash(page, '#/enterprises?industry=丝绸纺织,食品饲料');
  await page.goBack();
  await expect(second).not.toBeChecked();
  await expect(first).toBeChecked();
  await expect(names(page)).toHaveText(ofEnterprises({ industry: '丝绸纺织' }).names);
  await page.goBack();
  await expect(first).not.toBeChecked();
  await expect(rows(page)).toHaveCount(TOTAL.enterprises);
  await page.goForward();
  await page.goForward();
  await expect(names(page)).toHaveText(both);
});

test('coming back from an enterprise restores search, facets, order and where the list was scrolled to', async ({ page }) => {
  const question = { q: '投产 升规', tag: ['投产', '升规入统'], sort: '-events' };
  const wide = { kind: 'enterprise', sort: '-events' };
  for (const asked of [question, wide]) {
    await open(page, hash('enterprises', asked));
    const { names: found, counts } = ofEnterprises(asked);
    await expect(names(page)).toHaveText(found);
    const last = names(page).last();
    await last.scrollIntoViewIfNeeded();
    const y = await scrolled(page);
    await last.click();
    await expect(heading(page)).toHaveText(found.at(-1)!);
    await expect.poll(() => scrolled(page)).toBe(0);
    await page.goBack();
    await expect(names(page)).toHaveText(found);
    await expectHash(page, hash('enterprises', asked));
    await expect(page.getByRole('searchbox')).toHaveValue(asked === question ? question.q : '');
    await expect(page.locator('[data-facet="kind"] [data-value="enterprise"] .facet__count')).toHaveText(String(counts.kind.enterprise));
    await expect.poll(() => scrolled(page)).toBe(y);
  }
  expect(ofEnterprises(wide).names.length, 'the list is long enough to be scrolled').toBeGreaterThan(20);
});

test('coming back to the sections finds those closed that were closed, and a link finds all open', async ({ page }) => {
  await open(page, '#/work');
  const doors = page.locator('.section__door');
  const open_ = page.locator('.section__door[aria-expanded=true]');
  await page.getByRole('button', { name: '全部收起' }).click();
  await doors.nth(3).click();
  await expect(open_).toHaveCount(1);
  const link = page.locator('.section').nth(3).locator('a.figure').first();
  await link.click();
  await expect(heading(page)).not.toHaveText('重点工作');
  await page.goBack();
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport();
  await expect(open_).toHaveCount(1);
  await expect(doors.nth(3)).toHaveAttribute('aria-expanded', 'true');
  await go(page, '#/problems');
  await expect(heading(page)).toHaveText('问题与打算');
  await go(page, '#/work');
  await expect(open_).toHaveCount(report.sections.length);
});

test('coming back to a long page with charts goes on where the reader left it', async ({ page }) => {
  await open(page, '#/work');
  const link = page.locator('.point').getByRole('link', { name: enterprises.at(-1)!.name, exact: true }).first();
  // The code of charts is here by then: they are as high as the app draws them.
  await page.locator('.chart').first().scrollIntoViewIfNeeded();
  await expect(page.locator('.still')).toHaveCount(0);
  await link.scrollIntoViewIfNeeded();
  const y = await scrolled(page);
  expect(y).toBeGreaterThan(2000);
  await link.click();
  await expect(heading(page)).toHaveText(enterprises.at(-1)!.name);
  await page.goBack();
  await expect(link).toBeInViewport();
  await expect.poll(() => scrolled(page)).toBe(y);
});

const PICTURES = [...report.charts.filter(({ figures }) => figures).map(({ id }) => ['#/charts', id]), ['#/', 'growth'], ['#/chart/growth', 'growth'], ['#/work', 'exports']];

for (const [address, id] of PICTURES) {
  test(`coming back from a mark of “${id}” on “${address}” is coming back to the picture, and to that mark`, async ({ page }) => {
    await open(page, address);
    // Until its code is here it has no name of its own.
    await page.getByRole('heading', { name: chart(id).title }).last().scrollIntoViewIfNeeded();
    const picture = page.locator(`#chart-${id} .picture[tabindex]`);
    const spoken = picture.locator('[aria-live]');
    await picture.focus();
    await picture.press('End');
    const told = (await spoken.textContent())!;
    expect(told).not.toBe('');
    await picture.press('Enter');
    await expect(page).toHaveURL(/#\/figure\//);
    await expect(heading(page)).toBeFocused();
    await page.goBack();
    await expect(picture).toBeFocused();
    await expect(spoken).toHaveText(told);
    await expect(picture).toBeInViewport();
    await picture.press('Escape');
    await expect(spoken).toBeEmpty();
    // The same by a click on a mark.
    const mark = picture.locator('[data-datum="0"]').first();
    await mark.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await mark.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.click(x + width / 2, y + height / 2);
    await expect(page).toHaveURL(/#\/figure\//);
    await page.mouse.move(1, 1);
    await page.goBack();
    await expect(picture).toBeFocused();
  });
}

test('a link begins the next page at its top', async ({ page }) => {
  await open(page, '#/work');
  await page.locator('.point').last().scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    location.hash = '#/enterprises';
  });
  await expect(heading(page)).toBeFocused();
  await expect(heading(page)).toBeInViewport();
  await expect.poll(() => scrolled(page)).toBe(0);
});

test('the address is the whole state: the same address, opened anew, shows the same', async ({ page, context }) => {
  await open(page, '#/enterprises');
  await page.getByRole('searchbox').pressSequentially('丝绸');
  await page.getByRole('checkbox', { name: /^研发平台/ }).check();
  await page.getByRole('columnheader', { name: '事项数' }).getByRole('button').click();
  const found = ofEnterprises({ q: '丝绸', tag: '研发平台', sort: '-events' }).names;
  await expect(names(page)).toHaveText(found);
  await expectHash(page, '#/enterprises?q=丝绸&tag=研发平台&sort=-events');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(names(other)).toHaveText(found);
  await expect(other.getByRole('searchbox')).toHaveValue('丝绸');
  await page.reload();
  await expect(names(page)).toHaveText(found);
});
