// A list of a hundred thousand rows is not printed: what is of it in the page is, and the paper says so.
import { expect, test } from '../../fixtures.ts';
import { grid, names, openList } from '../../list.ts';
import { bare, print, written } from '../../paper.ts';
import { enterprises } from '../expected/large.ts';

test('of a long list the rows in the page are printed, whole and in order, and that there are more', async ({ page }) => {
  await openList(page, '#/enterprises');
  const text = written(await print(page));
  const first = enterprises.slice(0, 16).map(({ name }) => bare(name));
  const places = first.map((name) => text.indexOf(name));
  expect(Math.min(...places), `${places}`).toBeGreaterThan(0);
  expect(places.toSorted((a, b) => a - b)).toEqual(places);
  expect(text).toContain(bare(`共 ${enterprises.length} 家`));
  expect(text).toContain(bare('只印出页面上的这几行'));
});

test('of a long list that was scrolled the rows are printed in their order, too', async ({ page }) => {
  await openList(page, '#/enterprises');
  // Their elements are used again: those of later rows stand before those of earlier ones.
  await grid(page).evaluate((frame) => frame.scrollTo(0, 6000));
  await expect(names(page).filter({ hasText: enterprises[60].name })).toHaveCount(1);
  const text = written(await print(page));
  const places = enterprises.slice(58, 74).map(({ name }) => text.indexOf(bare(name)));
  expect(Math.min(...places), `${places}`).toBeGreaterThan(0);
  expect(places.toSorted((a, b) => a - b)).toEqual(places);
});
