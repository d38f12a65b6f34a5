// The files of the pack come in any order. A list shows what it can, and says more as more comes; it never says a thing twice.
import { expect, hold, open, test, withoutReport, type Page } from '../../fixtures.ts';
import { cells, names, rows } from '../../list.ts';
import { enterprise, enterprises, projects } from '../expected/pack.ts';
import { growthOf, ofEnterprises } from '../expected/selection.ts';
import { byStatus } from '../expected/tables.ts';
import { inLine } from '../expected/written.ts';

/**
 * Keeps a file back until it is released. On a page that does not hold the report already, as a developer's, because
 * any other is taken over when all is here.
 */
async function holdFile(page: Page, file: string): Promise<() => void> {
  await withoutReport(page);
  return hold(page, new RegExp(`/data/2021/${file}$`));
}

const exports = enterprises.map((row) => {
  const growth = growthOf(row, '出口增长');
  return growth ? inLine(growth) : '报告未提及';
});

test('enterprises stand once each, and their growth beside them, when the figures come last', async ({ page }) => {
  const release = await holdFile(page, 'figures.json');
  await open(page, '#/enterprises');
  await expect(names(page)).toHaveText(enterprises.map(({ name }) => name));
  release();
  await expect(cells(page, 5)).toHaveText(exports);
  await expect(page.locator('.list__row')).toHaveCount(enterprises.length);
  await page.getByRole('searchbox').fill('丝绸');
  await expect(names(page)).toHaveText(ofEnterprises({ q: '丝绸' }).names);
});

test('projects stand once each, and those taking part by their names, when the enterprises come last', async ({ page }) => {
  const release = await holdFile(page, 'enterprises.json');
  await open(page, '#/projects');
  await expect(rows(page)).toHaveCount(projects.length);
  release();
  const taking = byStatus(projects).map(({ name, enterprises = [] }) => name + enterprises.map((id) => enterprise(id).name).join(''));
  await expect(cells(page, 1)).toHaveText(taking);
  await expect(page.locator('.list__row')).toHaveCount(projects.length);
});

test('what was typed before the figures came is still asked when they have come', async ({ page }) => {
  const release = await holdFile(page, 'figures.json');
  await open(page, '#/enterprises');
  await page.getByRole('searchbox').pressSequentially('丝绸');
  const found = ofEnterprises({ q: '丝绸' }).names;
  await expect(names(page)).toHaveText(found);
  release();
  await expect(cells(page, 5).filter({ hasText: '%' })).toHaveCount(1);
  await expect(names(page)).toHaveText(found);
  await expect(page.getByRole('searchbox')).toHaveValue('丝绸');
});

/** Has the page count the rows of the app's list, frame by frame; returns every count that it had. */
async function counts(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    const look = () => {
      const rows = document.querySelectorAll('[data-boot=started] .list__row:not([hidden])').length;
      if (rows > 0 && seen.at(-1) !== rows) seen.push(rows);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return () => page.evaluate(() => (window as unknown as { seen: number[] }).seen);
}

test('the rows that a window can show come first, and the others once those are seen', async ({ page }) => {
  const seen = await counts(page);
  await open(page, '#/enterprises');
  await expect(page.locator('.list__row')).toHaveCount(enterprises.length);
  await expect.poll(async () => (await seen()).at(-1)).toBe(enterprises.length);
  const [first] = await seen();
  expect(first).toBeLessThan(enterprises.length);
  // There is no window that they do not fill.
  const last = (await page.locator('.list__row').nth(first - 1).boundingBox())!;
  expect(last.y + last.height).toBeGreaterThan(page.viewportSize()!.height);
});

test('who has gone on in the page before the app finds all rows at once', async ({ page }) => {
  const seen = await counts(page);
  const release = await hold(page, /_bg\.wasm$/);
  await page.goto('./#/enterprises', { waitUntil: 'domcontentloaded' });
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, 900);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
  const before = await page.evaluate(() => scrollY);
  release();
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await expect(page.locator('.list__row')).toHaveCount(enterprises.length);
  await expect.poll(seen).toEqual([enterprises.length]);
  expect(await page.evaluate(() => scrollY)).toBe(before);
});
