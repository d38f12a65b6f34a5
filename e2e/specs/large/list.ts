// Looking at a long list: which of its rows are in the page, and which of them are seen.
import { expect, type Page } from '../../fixtures.ts';
import { counts, grid } from '../../list.ts';
import type { Counts } from '../expected/answer.ts';

export type Seen = {
  /** The rows that at least partly lie in the frame, in their order: place from 0 and name. */
  rows: { place: number; name: string }[];
  /** The largest piece of the frame below its heads that no row covers, in px; a row's own edges left out. */
  blank: number;
  /** How far the frame is scrolled. */
  y: number;
};

/** What a reader sees of the list. */
export const seen = (page: Page): Promise<Seen> =>
  page.locator('.list__frame--long').evaluate((frame) => {
    const box = frame.getBoundingClientRect();
    const top = frame.querySelector('.list__heads')!.getBoundingClientRect().bottom;
    // Behind the last row there is nothing to see.
    const list = frame.querySelector('.list__rows')!.getBoundingClientRect();
    const bottom = Math.min(box.bottom, list.bottom);
    const rows = [...frame.querySelectorAll<HTMLElement>('.list__row:not([hidden])')]
      .map((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return { top, bottom, place: Number(row.getAttribute('aria-rowindex')) - 2, name: row.querySelector('.row-link')?.textContent ?? '' };
      })
      .filter((row) => row.bottom > top + 1 && row.top < bottom - 1)
      .sort((a, b) => a.place - b.place);
    let [blank, covered] = [0, top];
    for (const row of rows) {
      blank = Math.max(blank, row.top - covered);
      covered = row.bottom;
    }
    return {
      rows: rows.map(({ place, name }) => ({ place, name })),
      blank: Math.max(blank, bottom - covered),
      y: Math.round(frame.scrollTop),
    };
  });

/** Cards have a gap between them; nothing larger may be without a row. */
const GAP = 14;

/** What is seen are the right rows in the right places, and nothing is blank. */
export async function expectSeen(page: Page, found: { name: string }[]): Promise<Seen> {
  let last: Seen | undefined;
  await expect
    .poll(async () => {
      last = await seen(page);
      const places = last.rows.map(({ place }) => place);
      return {
        wrong: last.rows.filter(({ place, name }) => found[place]?.name !== name),
        twice: places.filter((place, nth) => places.indexOf(place) !== nth),
        covered: last.blank <= GAP,
        some: last.rows.length > 0,
      };
    })
    .toEqual({ wrong: [], twice: [], covered: true, some: found.length > 0 });
  return last!;
}

/** The list is the answer: how many, which are seen, and what stands beside every facet value that can narrow it. */
export async function expectLongAnswer(page: Page, answer: { rows: { name: string }[]; counts: Counts }): Promise<void> {
  await expect(page.locator('.list__frame')).toHaveAttribute('aria-rowcount', String(answer.rows.length + 1));
  if (answer.rows.length > 0) await expectSeen(page, answer.rows);
  const shown = async () => {
    const all = await counts(page);
    return Object.fromEntries(Object.keys(all).map((facet) => [facet, [all[facet], answer.counts[facet]]]));
  };
  await expect.poll(async () => Object.values(await shown()).map(([shown]) => shown)).toEqual(
    Object.values(await shown()).map(([, expected]) => expected),
  );
}

/** From now on counts the rows in the page whenever it changes; the function tells the most there have been. */
export async function watchRows(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const count = () => document.querySelectorAll('.list__row').length;
    const watched = window as unknown as { mostRows: number };
    watched.mostRows = count();
    new MutationObserver(() => {
      watched.mostRows = Math.max(watched.mostRows, count());
    }).observe(document.body, { childList: true, subtree: true, attributes: true });
  });
  return () => page.evaluate(() => (window as unknown as { mostRows: number }).mostRows);
}

/** All files have come, and the first rows of the list with them. */
export async function openLong(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(grid(page)).toBeVisible();
  await expect(page.locator('.list__row:not([hidden])').first()).toBeVisible();
}
