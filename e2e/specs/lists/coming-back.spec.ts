// Who opens a row and comes back finds the list as he left it: question, scrolled to the same place, the same row.
import { expect, test, type Page } from '../../fixtures.ts';
import { expectActive, expectAt, grid, names, openList } from '../../list.ts';
import { enterprises, projects } from '../expected/pack.ts';
import { byStatus } from '../expected/tables.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));

for (const [list, found] of [['enterprises', enterprises], ['projects', byStatus(projects)]] as const) {
  test(`from one of the ${list}, opened by keyboard, back to its row`, async ({ page }) => {
    const place = found.length - 3;
    const { name } = found[place];
    await openList(page, `#/${list}`);
    await expect(names(page)).toHaveCount(found.length);
    await grid(page).focus();
    for (const key of ['End', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
    await expectActive(page, place, name);
    const y = await scrolled(page);
    expect(y, 'the list is long enough to be scrolled').toBeGreaterThan(200);
    await page.keyboard.press('Enter');
    await expect(heading(page)).toHaveText(name);
    await expect.poll(() => scrolled(page)).toBe(0);
    await page.goBack();
    await expectActive(page, place, name);
    await expect.poll(() => scrolled(page)).toBe(y);
    await grid(page).focus();
    await page.keyboard.press('ArrowDown');
    await expectActive(page, place + 1, found[place + 1].name);
  });
}

test('going forward and back once more changes nothing', async ({ page }) => {
  const { name } = enterprises[6];
  await openList(page, '#/enterprises');
  await expect(names(page)).toHaveCount(enterprises.length);
  await grid(page).focus();
  for (let nth = 0; nth < 7; nth += 1) await page.keyboard.press('ArrowDown');
  await expectActive(page, 6, name);
  const y = await scrolled(page);
  await page.keyboard.press('Enter');
  for (let nth = 0; nth < 2; nth += 1) {
    await expect(heading(page)).toHaveText(name);
    await page.goBack();
    await expectActive(page, 6, name);
    await expect.poll(() => scrolled(page)).toBe(y);
    await page.goForward();
  }
});

test('a link that was clicked leaves its row as the one to go on from', async ({ page }) => {
  await openList(page, '#/enterprises');
  await names(page).nth(9).click();
  await expect(heading(page)).toHaveText(enterprises[9].name);
  await page.goBack();
  await expectAt(page, 9, enterprises[9].name);
});

test('on a phone the facets that were opened are open again, and the row that was left is in view @phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openList(page, '#/enterprises');
  const facets = page.locator('details.explorer__facets');
  await expect(facets).not.toHaveAttribute('open');
  await facets.locator('summary').click();
  await page.getByRole('checkbox', { name: /^丝绸纺织/ }).check();
  const left = await names(page).last().textContent();
  await names(page).last().click();
  await expect(heading(page)).toHaveText(left!);
  await page.goBack();
  await expect(facets).toHaveAttribute('open');
  await expect(names(page).last()).toBeInViewport();
  await facets.locator('summary').click();
  await names(page).last().click();
  await page.goBack();
  await expect(names(page).last()).toBeInViewport();
  await expect(facets).not.toHaveAttribute('open');
});

test('a page that is shorter than it was shows the row that the keyboard is at', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openList(page, '#/enterprises');
  await names(page).nth(20).click();
  await expect(heading(page)).toHaveText(enterprises[20].name);
  await page.setViewportSize({ width: 1440, height: 740 });
  await page.goBack();
  await expectAt(page, 20, enterprises[20].name);
  await expect(names(page).nth(20)).toBeInViewport();
});

test('a list that is opened by a link is not where another visit left it', async ({ page }) => {
  await openList(page, '#/enterprises');
  await expect(names(page)).toHaveCount(enterprises.length);
  await grid(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(enterprises.at(-1)!.name);
  await page.getByRole('link', { name: '全部企业' }).click();
  await expect(names(page)).toHaveCount(enterprises.length);
  await expect(grid(page)).not.toHaveAttribute('aria-activedescendant');
  await expect.poll(() => scrolled(page)).toBe(0);
});
