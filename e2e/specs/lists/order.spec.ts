// The order of a list: by its heads, up, down and back; what is missing comes last.
import { expect, test, type Page } from '../../fixtures.ts';
import { box, cells, head, names, openList } from '../../list.ts';
import { hash, ofEnterprises, ofProjects, TOTAL } from '../expected/selection.ts';

/** The first click, the second, and after the third the table's own order again. */
async function expectOrders(page: Page, column: string, key: string, first: '-' | '', list: 'enterprises' | 'projects') {
  const of = list === 'enterprises' ? ofEnterprises : ofProjects;
  const [one, two] = first === '-' ? ['descending', 'ascending'] : ['ascending', 'descending'];
  const button = head(page, column).getByRole('button');
  const second = first === '-' ? '' : '-';
  await button.click();
  await expect(head(page, column)).toHaveAttribute('aria-sort', one);
  await expect(names(page)).toHaveText(of({ sort: first + key }).names);
  await expect(page.locator('[role=columnheader][aria-sort]:not([aria-sort="none"])')).toHaveCount(1);
  await button.click();
  await expect(head(page, column)).toHaveAttribute('aria-sort', two);
  await expect(names(page)).toHaveText(of({ sort: second + key }).names);
  await button.click();
  await expect(head(page, column)).toHaveAttribute('aria-sort', 'none');
  await expect(names(page)).toHaveText(of({}).names);
}

test('every column of the enterprises sorts up, down, and not at all; what is missing comes last', async ({ page }) => {
  await openList(page, '#/enterprises');
  await expectOrders(page, '名称', 'name', '', 'enterprises');
  await expectOrders(page, '事项数', 'events', '-', 'enterprises');
  await expectOrders(page, '产值增长', 'growth', '-', 'enterprises');
  await expectOrders(page, '出口增长', 'export', '-', 'enterprises');
});

test('the columns of the projects sort in the same way', async ({ page }) => {
  await openList(page, '#/projects');
  await expectOrders(page, '项目', 'name', '', 'projects');
  await expectOrders(page, '进度', 'status', '-', 'projects');
});

test('what is missing is said, and stays last in both directions', async ({ page }) => {
  const stated = ofEnterprises({ tag: '出口增长' }).names.length;
  for (const sort of ['export', '-export']) {
    await openList(page, hash('enterprises', { sort }));
    const growths = cells(page, 5);
    await expect(growths).toHaveCount(TOTAL.enterprises);
    await expect(growths).toHaveText(Array.from({ length: TOTAL.enterprises }, (_, nth) => (nth < stated ? /%/ : '报告未提及')));
    // Those who see the list see a dash; those who hear it hear the words.
    const none = growths.nth(stated).locator('.none');
    expect(await none.evaluate((none) => [getComputedStyle(none).fontSize, getComputedStyle(none, '::before').content])).toEqual(['0px', '"—"']);
  }
});

test('an order survives search and facets', async ({ page }) => {
  await openList(page, '#/enterprises');
  await head(page, '事项数').getByRole('button').click();
  await box(page).pressSequentially('市级');
  await page.locator('[data-facet="tag"] [data-value="参观点"] input').check();
  await expect(names(page)).toHaveText(ofEnterprises({ q: '市级', tag: '参观点', sort: '-events' }).names);
});
