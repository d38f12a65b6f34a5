// What stands on the page of a list, short or long, and how to walk it.
import type { Locator } from '@playwright/test';
import { expect, open, type Page } from './fixtures.ts';
import type { Answer } from './specs/expected/selection.ts';

/** Rows that stand for nothing are kept for later and hidden. */
export const rows = (page: Page): Locator => page.locator('.list__row:not([hidden])');
export const names = (page: Page): Locator => rows(page).locator('.row-link');
/** The cells of a column, counted from 1. */
export const cells = (page: Page, nth: number): Locator => rows(page).locator(`.cell:nth-child(${nth})`);
export const marks = (page: Page): Locator => rows(page).locator('mark');
/** The list itself, hidden or not; that it is a grid to those who hear it, the specs of its roles tell. */
export const grid = (page: Page): Locator => page.locator('.list__frame[role="grid"]');
export const box = (page: Page): Locator => page.getByRole('searchbox');
export const head = (page: Page, name: string): Locator => page.getByRole('columnheader', { name });
export const chips = (page: Page): Locator => page.getByRole('list', { name: '已选条件' });

/** Opens a list, and waits until all files that it shows something of have come. */
export async function openList(page: Page, hash: string): Promise<void> {
  await open(page, hash);
  await page.waitForLoadState('networkidle');
  await expect(rows(page).or(page.locator('.nothing')).first()).toBeVisible();
}

/** The two fields of a range. */
export const bounds = (page: Page, range: 'growth' | 'export') => {
  const fields = page.locator(`.range[data-range="${range}"] input`);
  return { least: fields.first(), most: fields.last(), all: fields };
};

/** Types a bound and leaves the field, which asks for it. */
export async function bind(field: Locator, typed: string): Promise<void> {
  await field.fill(typed);
  await field.press('Enter');
}

/** What stands beside every value of every facet. */
export const counts = (page: Page) =>
  page.locator('.facet[data-facet]').evaluateAll((facets) =>
    Object.fromEntries(
      facets.map((facet) => [
        facet.getAttribute('data-facet'),
        Object.fromEntries(
          [...facet.querySelectorAll('.facet__value')].map((value) => [
            value.getAttribute('data-value'),
            Number(value.querySelector('.facet__count')?.textContent),
          ]),
        ),
      ]),
    ),
  );

/** The place of the row that the keyboard is at, counted from 0, and its name; null where it is at none. */
export const active = (page: Page) =>
  grid(page).evaluate((grid) => {
    const id = grid.getAttribute('aria-activedescendant');
    const row = id === null ? null : grid.querySelector(`#${id}`);
    if (!row || row.hasAttribute('hidden')) return null;
    return { place: Number(row.getAttribute('aria-rowindex')) - 2, name: row.querySelector('.row-link')?.textContent };
  });

/** The keyboard is at a row: that row is told to be it, and it alone. */
export async function expectAt(page: Page, place: number, name: string): Promise<void> {
  await expect.poll(() => active(page)).toEqual({ place, name });
  const row = page.locator('.list__row--active');
  await expect(row).toHaveCount(1);
  await expect(row).toHaveAttribute('aria-rowindex', String(place + 2));
}

/** The keyboard is at a row, and it is seen whole. */
export async function expectActive(page: Page, place: number, name: string): Promise<void> {
  await expectAt(page, place, name);
  await expect(page.locator('.list__row--active')).toBeInViewport({ ratio: 0.95 });
}

/** The list shows these rows in this order, and every facet value stands with how many rows it would leave. */
export async function expectAnswer(page: Page, answer: Answer, total: number, noun: string): Promise<void> {
  await expect(names(page)).toHaveText(answer.names);
  await expect.poll(() => counts(page)).toEqual(answer.counts);
  await expect(page.locator('.count')).toContainText(`共 ${total} ${noun}`);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(answer.names.length + 1));
}
