// A list is one stop for the tab key. Within it arrows walk, Enter opens, and the space bar picks.
import { expect, test } from '../../fixtures.ts';
import { active, box, expectActive, expectAt, grid, head, names, openList, rows } from '../../list.ts';
import { enterprises } from '../expected/pack.ts';
import { hash, ofEnterprises, ofProjects, TOTAL } from '../expected/selection.ts';

const LAST = TOTAL.enterprises - 1;

test('the grid says how many rows and columns it has, and every row and cell which it is', async ({ page }) => {
  for (const [list, total, columns] of [['enterprises', TOTAL.enterprises, 6], ['projects', TOTAL.projects, 4]] as const) {
    await openList(page, `#/${list}`);
    await expect(page.getByRole('grid')).toHaveAccessibleName(list === 'enterprises' ? /^企业/ : /^项目/);
    await expect(grid(page)).toHaveAttribute('aria-rowcount', String(total + 1));
    await expect(grid(page)).toHaveAttribute('aria-colcount', String(columns));
    await expect(rows(page)).toHaveCount(total);
    const numbers = await rows(page).evaluateAll((all) => all.map((row) => Number(row.getAttribute('aria-rowindex'))));
    expect(numbers).toEqual(Array.from({ length: total }, (_, nth) => nth + 2));
    await expect(page.locator('.list__head')).toHaveAttribute('aria-rowindex', '1');
    await expect(page.getByRole('columnheader')).toHaveCount(columns);
    const cells = await rows(page).first().getByRole('gridcell').evaluateAll((all) => all.map((cell) => Number(cell.getAttribute('aria-colindex'))));
    expect(cells).toEqual(Array.from({ length: columns }, (_, nth) => nth + 1));
  }
});

test('the numbers of the rows follow what is found', async ({ page }) => {
  await openList(page, hash('enterprises', { q: '丝绸', sort: '-events' }));
  const found = ofEnterprises({ q: '丝绸', sort: '-events' }).names;
  await expect(names(page)).toHaveText(found);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(found.length + 1));
  for (const [nth, name] of found.entries()) {
    await expect(page.locator(`.list__row[aria-rowindex="${nth + 2}"]:not([hidden]) .row-link`)).toHaveText(name);
  }
  await expect(head(page, '事项数')).toHaveAttribute('aria-sort', 'descending');
});

test('arrows, page keys, Home and End walk the rows and stop at both ends', async ({ page }) => {
  await openList(page, '#/enterprises');
  await grid(page).focus();
  expect(await active(page)).toBeNull();
  const name = (place: number) => enterprises[place].name;
  for (const [key, place] of [
    ['ArrowDown', 0], ['ArrowUp', 0], ['ArrowDown', 1], ['ArrowDown', 2], ['ArrowUp', 1],
    ['End', LAST], ['ArrowDown', LAST], ['PageDown', LAST], ['ArrowUp', LAST - 1], ['Home', 0], ['PageUp', 0],
  ] as const) {
    await page.keyboard.press(key);
    await expectActive(page, place, name(place));
    await expect(grid(page)).toBeFocused();
  }
  await page.keyboard.press('PageDown');
  const { place } = (await active(page))!;
  expect(place, 'a page is more than a row').toBeGreaterThan(1);
  await expectActive(page, place, name(place));
  await page.keyboard.press('PageUp');
  await expectActive(page, 0, name(0));
});

test('keys that are not the grid’s own stay the page’s', async ({ page }) => {
  await openList(page, '#/enterprises');
  await grid(page).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/#\/enterprises$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('a');
  await expectActive(page, 0, enterprises[0].name);
  await box(page).press('End');
  await expectAt(page, 0, enterprises[0].name);
});

for (const list of ['enterprises', 'projects'] as const) {
  test(`Enter opens the row of the ${list} that the keyboard is at`, async ({ page }) => {
    const found = (list === 'enterprises' ? ofEnterprises : ofProjects)({ sort: 'name' }).names;
    await openList(page, hash(list, { sort: 'name' }));
    await expect(names(page)).toHaveText(found);
    await grid(page).focus();
    for (let nth = 0; nth < 3; nth += 1) await page.keyboard.press('ArrowDown');
    await expectActive(page, 2, found[2]);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(found[2]);
  });
}

test('a new answer begins at its top, with the keyboard at none of its rows', async ({ page }) => {
  await openList(page, '#/enterprises');
  await grid(page).focus();
  await page.keyboard.press('End');
  await expectActive(page, LAST, enterprises[LAST].name);
  await box(page).pressSequentially('丝绸');
  const found = ofEnterprises({ q: '丝绸' }).names;
  await expect(names(page)).toHaveText(found);
  await expect(grid(page)).not.toHaveAttribute('aria-activedescendant');
  await grid(page).focus();
  await page.keyboard.press('ArrowDown');
  await expectActive(page, 0, found[0]);
});

test('the keyboard goes on from the row that was clicked', async ({ page }) => {
  await openList(page, '#/enterprises');
  await rows(page).nth(4).locator('.cell:nth-child(3)').click();
  await expectAt(page, 4, enterprises[4].name);
  await page.keyboard.press('ArrowDown');
  await expectActive(page, 5, enterprises[5].name);
});

test('an empty answer has no row to be at', async ({ page }) => {
  await openList(page, '#/enterprises?q=没有这个词');
  await expect(page.locator('.nothing')).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '1');
  await expect(grid(page)).not.toHaveAttribute('aria-activedescendant');
});
