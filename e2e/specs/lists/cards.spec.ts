// On a narrow screen every row is a card: all of it within the screen, each number with its name beside it.
import { expect, test } from '../../fixtures.ts';
import { bounds, cells, head, names, openList, rows } from '../../list.ts';
import { enterprises } from '../expected/pack.ts';
import { ofEnterprises, ofProjects } from '../expected/selection.ts';

test.use({ viewport: { width: 360, height: 740 } });

for (const [list, found] of [['enterprises', ofEnterprises({})], ['projects', ofProjects({})]] as const) {
  test(`the ${list} stand as cards below each other, and nothing of them is cut off`, async ({ page }) => {
    await openList(page, `#/${list}`);
    await expect(names(page)).toHaveText(found.names);
    const cards = await rows(page).evaluateAll((all) =>
      all.map((row) => {
        const inside = [...row.querySelectorAll('*')].filter((element) => element.checkVisibility());
        const { left, right, top, bottom } = row.getBoundingClientRect();
        return {
          // Numbers may stand side by side; nothing stands on anything else.
          apart: [...row.children].every((cell, nth, all) => {
            if (nth === 0) return true;
            const [box, before] = [cell, all[nth - 1]].map((element) => element.getBoundingClientRect());
            return box.top >= before.bottom - 1 || box.left >= before.right - 1;
          }),
          within: left >= 0 && right <= innerWidth && inside.every((element) => element.getBoundingClientRect().right <= right + 1),
          whole: inside.every((element) => element.scrollWidth <= element.clientWidth + 1 || getComputedStyle(element).display === 'inline'),
          height: bottom - top,
        };
      }),
    );
    for (const [nth, card] of cards.entries()) {
      expect(card, found.names[nth]).toMatchObject({ apart: true, within: true, whole: true });
      expect(card.height).toBeGreaterThan(40);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
}

test('a number of a card has the head of its column before it', async ({ page }) => {
  await openList(page, '#/enterprises');
  await expect(rows(page)).toHaveCount(enterprises.length);
  for (const [nth, label] of [[3, '事项数'], [4, '产值增长'], [5, '出口增长'], [6, '对比']] as const) {
    const before = await cells(page, nth).first().evaluate((cell) => getComputedStyle(cell, '::before').content);
    expect(before).toBe(`"${label}"`);
  }
});

test('a list of cards is sorted, narrowed and reset like any other', async ({ page }) => {
  await openList(page, '#/enterprises');
  await head(page, '出口增长').getByRole('button').click();
  await expect(names(page)).toHaveText(ofEnterprises({ sort: '-export' }).names);
  // Facets are closed where there is no room for them beside the list.
  await expect(bounds(page, 'growth').least).toBeHidden();
  await page.getByText('筛选', { exact: true }).click();
  await page.getByRole('checkbox', { name: /^医药/ }).check();
  await expect(names(page)).toHaveText(ofEnterprises({ sort: '-export', industry: '医药' }).names);
  await page.getByRole('button', { name: '全部清除' }).click();
  await expect(names(page)).toHaveText(ofEnterprises({ sort: '-export' }).names);
});

for (const list of ['enterprises', 'projects']) {
  test(`the menu of files of the ${list} opens within the screen`, async ({ page }) => {
    await openList(page, `#/${list}`);
    const menu = page.locator('details.menu');
    await menu.locator('summary').click();
    for (const button of await menu.getByRole('button').all()) {
      const box = (await button.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(360);
    }
    await expect(menu.getByRole('button')).toHaveCount(4);
  });
}

test('who is picked stays in view while the cards are scrolled, and covers no card for good', async ({ page }) => {
  await openList(page, `#/enterprises?compare=${enterprises[0].id},${enterprises[1].id}`);
  const bar = page.getByRole('group', { name: '选入对比' });
  await rows(page).nth(15).scrollIntoViewIfNeeded();
  await expect(bar.getByRole('link', { name: '并排对比' })).toBeInViewport({ ratio: 1 });
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const [last, top] = [(await rows(page).last().boundingBox())!, (await bar.boundingBox())!.y];
  expect(last.y + last.height).toBeLessThanOrEqual(top);
});
