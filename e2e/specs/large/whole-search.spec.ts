// The search of the whole report among a hundred thousand enterprises: as many as fit are shown, the rest is in the list.
import { expect, open, test } from '../../fixtures.ts';
import { CASES } from './cases.ts';

test('the first of what is found, how many there are, and the way to all of them', async ({ page }) => {
  const [firms] = CASES;
  await open(page, '#/search');
  const box = page.getByRole('searchbox', { name: '搜索全文' });
  const word = '技改';
  await box.pressSequentially(word);
  const all = firms.of({ q: word }).rows.length;
  expect(all).toBeGreaterThan(6);
  const group = page.getByRole('region', { name: /^企业 / });
  await expect(group.getByRole('heading', { level: 2 })).toHaveText(`企业 ${all}`, { timeout: 30_000 });
  await expect(group.locator('li')).toHaveCount(6);
  await group.getByRole('link', { name: `在列表里看全部 ${all} 个` }).click();
  await expect(page.locator('.count')).toContainText(`筛选后 ${all} `);
  await page.goBack();
  await expect(box).toHaveValue(word);
});
