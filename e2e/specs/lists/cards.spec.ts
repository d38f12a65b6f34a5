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
  await page.getByRole('checkbox', { name: '医药' }).check();
  await expect(names(page)).toHaveText(ofEnterprises({ sort: '-export', industry: '医药' }).names);
  await page.getByRole('button', { name: '全部清除' }).click();
  await expect(names(page)).toHaveText(ofEnterprises({ sort: '-export' }).names);
});
